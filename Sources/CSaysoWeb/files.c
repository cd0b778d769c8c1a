#include "CSaysoWeb.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A file is an array and a line of the table below.
static const unsigned char template_accuracy[] = {
#embed "templates/accuracy.mustache"
};
static const unsigned char template_actor[] = {
#embed "templates/actor.mustache"
};
static const unsigned char template_add[] = {
#embed "templates/add.mustache"
};
static const unsigned char template_cited[] = {
#embed "templates/cited.mustache"
};
static const unsigned char template_claim[] = {
#embed "templates/claim.mustache"
};
static const unsigned char template_claimBlock[] = {
#embed "templates/claimBlock.mustache"
};
static const unsigned char template_claims[] = {
#embed "templates/claims.mustache"
};
static const unsigned char template_figures[] = {
#embed "templates/figures.mustache"
};
static const unsigned char template_foot[] = {
#embed "templates/foot.mustache"
};
static const unsigned char template_head[] = {
#embed "templates/head.mustache"
};
static const unsigned char template_job[] = {
#embed "templates/job.mustache"
};
static const unsigned char template_pager[] = {
#embed "templates/pager.mustache"
};
static const unsigned char template_problem[] = {
#embed "templates/problem.mustache"
};
static const unsigned char template_record[] = {
#embed "templates/record.mustache"
};
static const unsigned char template_report[] = {
#embed "templates/report.mustache"
};
static const unsigned char template_reportList[] = {
#embed "templates/reportList.mustache"
};
static const unsigned char template_reports[] = {
#embed "templates/reports.mustache"
};
static const unsigned char template_search[] = {
#embed "templates/search.mustache"
};
static const unsigned char template_statement[] = {
#embed "templates/statement.mustache"
};
static const unsigned char template_statementPage[] = {
#embed "templates/statementPage.mustache"
};
static const unsigned char template_stories[] = {
#embed "templates/stories.mustache"
};
static const unsigned char template_story[] = {
#embed "templates/story.mustache"
};
static const unsigned char template_versions[] = {
#embed "templates/versions.mustache"
};
static const unsigned char template_way[] = {
#embed "templates/way.mustache"
};
static const unsigned char template_correct[] = {
#embed "templates/correct.mustache"
};
static const unsigned char template_corrections[] = {
#embed "templates/corrections.mustache"
};
static const unsigned char template_exports[] = {
#embed "templates/exports.mustache"
};
static const unsigned char style[] = {
#embed "assets/sayso.css"
};
static const unsigned char icon[] = {
#embed "assets/icon.svg"
};
static const unsigned char script[] = {
#embed "assets/sayso.js"
};
static const unsigned char floors[] = {
#embed "../../Evaluation/floors.json"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} files[] = {
    {"accuracy.mustache", template_accuracy, sizeof template_accuracy},
    {"actor.mustache", template_actor, sizeof template_actor},
    {"add.mustache", template_add, sizeof template_add},
    {"cited.mustache", template_cited, sizeof template_cited},
    {"claim.mustache", template_claim, sizeof template_claim},
    {"claimBlock.mustache", template_claimBlock, sizeof template_claimBlock},
    {"claims.mustache", template_claims, sizeof template_claims},
    {"figures.mustache", template_figures, sizeof template_figures},
    {"foot.mustache", template_foot, sizeof template_foot},
    {"head.mustache", template_head, sizeof template_head},
    {"job.mustache", template_job, sizeof template_job},
    {"pager.mustache", template_pager, sizeof template_pager},
    {"problem.mustache", template_problem, sizeof template_problem},
    {"record.mustache", template_record, sizeof template_record},
    {"report.mustache", template_report, sizeof template_report},
    {"reportList.mustache", template_reportList, sizeof template_reportList},
    {"reports.mustache", template_reports, sizeof template_reports},
    {"search.mustache", template_search, sizeof template_search},
    {"statement.mustache", template_statement, sizeof template_statement},
    {"statementPage.mustache", template_statementPage, sizeof template_statementPage},
    {"stories.mustache", template_stories, sizeof template_stories},
    {"story.mustache", template_story, sizeof template_story},
    {"versions.mustache", template_versions, sizeof template_versions},
    {"way.mustache", template_way, sizeof template_way},
    {"correct.mustache", template_correct, sizeof template_correct},
    {"corrections.mustache", template_corrections, sizeof template_corrections},
    {"exports.mustache", template_exports, sizeof template_exports},
    {"sayso.css", style, sizeof style},
    {"icon.svg", icon, sizeof icon},
    {"sayso.js", script, sizeof script},
    {"floors.json", floors, sizeof floors},
};

const unsigned char *sayso_web_file(const char *name, size_t *length) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
    if (strcmp(files[index].name, name) == 0) {
      *length = files[index].length;
      return files[index].bytes;
    }
  }
  *length = 0;
  return NULL;
}
