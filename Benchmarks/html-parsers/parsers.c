// Times the HTML parsers that Debian offers over the pages of a folder, on one core: parsing alone.
//
//   apt-get install libxml2-dev libgumbo-dev libmodest-dev
//   cc -O2 parsers.c -o parsers -I/usr/include/libxml2 -lxml2 -lgumbo -lmodest
//   ./parsers FOLDER
#include <dirent.h>
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <myhtml/api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct page {
  char *bytes;
  size_t count;
};

static struct page *pages;
static int page_count;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void read_pages(const char *folder) {
  DIR *directory = opendir(folder);
  if (!directory) {
    perror(folder);
    exit(1);
  }
  double total = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    FILE *file = fopen(path, "rb");
    if (!file) continue;
    fseek(file, 0, SEEK_END);
    size_t count = (size_t)ftell(file);
    rewind(file);
    pages = realloc(pages, sizeof *pages * (size_t)(page_count + 1));
    char *bytes = malloc(count + 1);
    pages[page_count].count = fread(bytes, 1, count, file);
    pages[page_count++].bytes = bytes;
    total += (double)count;
    fclose(file);
  }
  closedir(directory);
  printf("%d pages, %.1f MB\n", page_count, total / 1e6);
}

static void count_element(void *count, const xmlChar *name, const xmlChar **attributes) {
  (void)name, (void)attributes;
  ++*(long *)count;
}

static const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;

static void libxml2_tree(const struct page *page) {
  xmlFreeDoc(htmlReadMemory(page->bytes, (int)page->count, 0, "UTF-8", options));
}

static void libxml2_events(const struct page *page) {
  long count = 0;
  htmlSAXHandler handler = {.startElement = count_element};
  htmlParserCtxtPtr context =
      htmlCreatePushParserCtxt(&handler, &count, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(context, options);
  htmlParseChunk(context, page->bytes, (int)page->count, 1);
  htmlFreeParserCtxt(context);
}

static void gumbo(const struct page *page) {
  GumboOptions settings = kGumboDefaultOptions;
  gumbo_destroy_output(&settings, gumbo_parse_with_options(&settings, page->bytes, page->count));
}

static void myhtml(const struct page *page) {
  myhtml_t *parser = myhtml_create();
  myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
  myhtml_tree_t *tree = myhtml_tree_create();
  myhtml_tree_init(tree, parser);
  myhtml_parse(tree, MyENCODING_UTF_8, page->bytes, page->count);
  myhtml_tree_destroy(tree);
  myhtml_destroy(parser);
}

static void measure(const char *name, void (*parse)(const struct page *)) {
  double start = now();
  for (int i = 0; i < page_count; i++) parse(&pages[i]);
  printf("%-16s %6.0f pages a second\n", name, page_count / (now() - start));
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: parsers FOLDER\n");
    return 64;
  }
  read_pages(arguments[1]);
  measure("libxml2, tree", libxml2_tree);
  measure("libxml2, events", libxml2_events);
  measure("gumbo", gumbo);
  measure("myhtml", myhtml);
}
