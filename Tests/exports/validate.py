"""Reads each export with a reader that others wrote, and compares what it says with the ledger.

    validate.py FOLDER LEDGER

FOLDER holds all.csv, all.jsonl, story.jsonl, story.html, story.docx, story.jsonld, story.annotations.jsonld,
story.prov.json, story.ris, story.csl.json, story.ftm.jsonl and the folder vault. Prints a line for each format;
the status is 1 where one is not as it should be.
"""

import csv
import io
import json
import pathlib
import re
import sqlite3
import sys
import urllib.parse
import zipfile

import docx
import html5lib
import jsonschema
import markdown_it
import prov.model
import pyld.jsonld
import rispy
import yaml

root = pathlib.Path(__file__).resolve().parents[2]
folder = pathlib.Path(sys.argv[1])
problems = []


def check(holds, what):
    if not holds:
        problems.append(what)


def lines(name):
    return [json.loads(line) for line in (folder / name).read_text("utf-8").split("\n") if line]


class Ledger:
    """The texts and statements as the ledger has them, by SQL alone."""

    def __init__(self, path):
        rows = sqlite3.connect(path).execute(
            """SELECT s.id, r.id, v.text, p.startByte, p.endByte, p.words
               FROM statement s JOIN analysis a ON a.key = s.analysis AND a.isCurrent = 1
               JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
               JOIN report r ON r.key = v.report
               JOIN passage p ON p.statement = s.key AND p.role = 'content'
               ORDER BY s.id, p.piece""")
        self.texts, self.pieces, self.report = {}, {}, {}
        for statement, report, text, start, end, words in rows:
            data = text.encode()
            assert data[start:end].decode() == words
            self.texts[report] = text
            self.report[statement] = report
            span = (len(data[:start].decode()), len(data[:end].decode()))
            self.pieces.setdefault(statement, []).append((span, words))

    def words(self, statement):
        return " … ".join(words for _, words in self.pieces[statement])


def rows(ledger):
    schema = json.loads((root / "docs/export.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for name in ["all.jsonl", "story.jsonl"]:
        found = lines(name)
        check({row["statement"] for row in found} == set(ledger.pieces), f"{name}: other statements")
        for row in found:
            for error in validator.iter_errors(row):
                problems.append(f"{name}: {error.message}")
            spans = [list(span) for span, _ in ledger.pieces[row["statement"]]]
            check(row["spans"] == spans, f"{name}: spans of {row['statement']}")
            text = ledger.texts[row["report"]]
            check(" … ".join(text[a:b] for a, b in row["spans"]) == row["content"], f"{name}: words")
            check(bool(row["claim"]) == bool(row["wording"]), f"{name}: claims")
        claims = sum(row["claim"] is not None for row in found)
        check(claims > len(found) / 2 if name == "story.jsonl" else claims == 0, f"{name}: claims")
    return f"{len(lines('all.jsonl'))} rows fit docs/export.schema.json (jsonschema)"


def sheet(ledger):
    data = (folder / "all.csv").read_bytes()
    read = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    told = lines("all.jsonl")
    check(len(read) == len(told), "csv: other rows")
    check(data.count(b"\r\n") >= len(read) + 1, "csv: lines do not end in CR LF")
    for row, line in zip(read, told):
        check(None not in row and None not in row.values(), "csv: a row has more or fewer cells")
        for name, cell in row.items():
            check(cell[:1] not in list("=+-@\t\r\n") or cell == "", f"csv: a formula in {name}")
            exact = line[name]
            if isinstance(exact, str):
                check(cell.removeprefix("'") == exact.removeprefix("'"), f"csv: {name} {cell!r}")
    return f"{len(read)} rows, equal to the JSON (csv, strict)"


def notes(ledger):
    vault = folder / "vault"
    parser = markdown_it.MarkdownIt("commonmark")
    count = links = 0
    shown = {}
    for path in sorted(vault.rglob("*.md")):
        text = path.read_text("utf-8")
        _, front, body = text.split("---\n", 2)
        meta = yaml.safe_load(front)
        count += 1
        check(isinstance(meta, dict) and meta.get("tags"), f"{path}: front matter")
        tokens = parser.parse(body)
        words = []
        for token in tokens:
            check(token.type not in ("html_block", "code_block", "fence"), f"{path}: {token.type}")
            for child in token.children or []:
                check(child.type != "html_inline", f"{path}: a tag")
                if child.type == "text":
                    words.append(child.content)
                if child.type == "link_open":
                    target = urllib.parse.unquote(child.attrs["href"])
                    if re.match("https?://", target):
                        continue
                    links += 1
                    file, _, mark = target.partition("#")
                    note = (path.parent / file).resolve()
                    check(note.is_file() and note.is_relative_to(vault.resolve()), f"{path}: {target}")
                    if mark:
                        check(f" {mark}\n" in note.read_text("utf-8"), f"{path}: {target}")
        if "report" in meta:
            shown[meta["report"]] = "".join(words)
    squeezed = lambda words: re.sub(r"\s+", "", words)
    for statement, report in ledger.report.items():
        check(squeezed(ledger.texts[report]) in squeezed(shown[report]), f"vault: text of {report}")
    return f"{count} notes, {links} links lead somewhere (PyYAML, markdown-it-py)"


def dossier(ledger):
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse((folder / "story.html").read_bytes(), transport_encoding="utf-8")
    check(parser.errors == [], f"html: {parser.errors[:3]}")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    check(len(ids) == len(set(ids)), "html: an id stands twice")
    for element in tree.iter():
        check(element.tag not in ("script", "img", "link", "iframe", "object"), f"html: {element.tag}")
        check(not any(name.startswith("on") for name in element.attrib), "html: a handler")
        target = element.get("href", "#reports")
        check(target.startswith("http") or target[1:] in ids, f"html: {target}")
    marks = {}
    for article in tree.iter("article"):
        if article.get("class") == "report":
            report = [dd for dd in article.iter("dd")]
            text = "".join("".join(p.itertext()) for p in article.iter("p"))
            marked = "".join("".join(mark.itertext()) for mark in article.iter("mark"))
            marks[text] = marked
    for report, text in ledger.texts.items():
        plain = re.sub(r"[\r\n]+", "", text)
        check(plain in marks, f"html: the text of {report} is not as it was")
        covered = sorted({n for s, pieces in ledger.pieces.items() if ledger.report[s] == report
                          for (a, b), _ in pieces for n in range(a, b)})
        exact = re.sub(r"[\r\n]+", "", "".join(text[n] for n in covered))
        check(marks.get(plain) == exact, f"html: marks of {report}")
    return f"{len(ids)} ids, no parse error, marks are the words of the ledger (html5lib)"


def word(ledger):
    path = folder / "story.docx"
    check(zipfile.ZipFile(path).testzip() is None, "docx: the zip is broken")
    document = docx.Document(path)
    styles = {style.name for style in document.styles}
    check({"Title", "Heading 1", "Heading 2", "Quote"} <= styles, f"docx: styles {styles}")
    marked = ["".join(run.text for run in p.runs if run.font.highlight_color) for p in document.paragraphs]
    said = {re.sub(r"\s+", " ", "".join(w for _, w in p)) for p in ledger.pieces.values()}
    found = {re.sub(r"\s+", " ", words) for words in marked if words}
    check(found <= said, f"docx: other words {list(found - said)[:2]}")
    check(len(found) > len(said) / 2, "docx: few statements")
    links = sum(len(p.hyperlinks) for p in document.paragraphs)
    return f"{len(document.paragraphs)} paragraphs, {len(found)} quotations, {links} links (python-docx)"


# Terms of schema.org that the export uses, and the types that they are properties of (schema.org, version 29).
SCHEMA_TERMS = {
    "NewsArticle": "headline alternativeHeadline url datePublished dateModified inLanguage articleSection "
    "publisher sourceOrganization creditText identifier hasPart",
    "Quotation": "text spokenByCharacter creditText dateCreated genre isPartOf about",
    "Statement": "text creator creditText dateCreated genre isPartOf about",
    "Claim": "text datePublished firstAppearance appearance",
    "Person": "name alternateName jobTitle",
    "Organization": "name alternateName",
    "GovernmentOrganization": "name alternateName",
    "NewsMediaOrganization": "name",
    "PropertyValue": "propertyID value",
}


def linked_data(ledger):
    base = "https://schema.org/"

    def context(url, options):
        assert url == "https://schema.org", url
        document = {"@context": {"@vocab": base, "url": {"@type": "@id"}}}
        return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json",
                "document": document}

    pyld.jsonld.set_document_loader(context)
    data = json.loads((folder / "story.jsonld").read_text("utf-8"))
    expanded = pyld.jsonld.expand(data)
    ids = {node.get("@id") for node in expanded}
    quads = pyld.jsonld.to_rdf(data)["@default"]

    def visit(node):
        if isinstance(node, list):
            for item in node:
                visit(item)
        elif isinstance(node, dict) and "@type" in node:
            kind = node["@type"][0].removeprefix(base)
            check(kind in SCHEMA_TERMS, f"jsonld: {kind}")
            for name, value in node.items():
                if not name.startswith("@"):
                    term = name.removeprefix(base)
                    check(term in SCHEMA_TERMS.get(kind, "").split(), f"jsonld: {kind}.{term}")
                    visit(value)
        elif isinstance(node, dict) and "@id" in node:
            check(node["@id"] in ids or node["@id"].startswith("http"), f"jsonld: {node['@id']}")

    visit(expanded)
    texts = [n[base + "text"][0]["@value"] for n in expanded if n["@type"][0][len(base):] in
             ("Quotation", "Statement")]
    check(sorted(texts) == sorted(map(ledger.words, ledger.pieces)), "jsonld: other words")
    check(all(base + "firstAppearance" in n for n in expanded if n["@type"] == [base + "Claim"]),
          "jsonld: a claim without a first appearance")
    return f"{len(expanded)} nodes, {len(quads)} triples (PyLD)"


# Web Annotation Data Model (W3C Recommendation, 2017), sections 3.1, 3.2.4, 4, 4.2.4, 4.2.5, 5.1 and 5.2, as far as
# the export uses it.
ANNOTATIONS = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target", "body"],
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z]+:"},
                "type": {"const": "Annotation"},
                "created": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                "motivation": {"items": {"enum": ["describing", "tagging"]}},
                "body": {"type": "array", "items": {
                    "required": ["type", "value", "purpose"],
                    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}}}},
                "target": {"type": "array", "minItems": 1, "items": {
                    "required": ["type", "source", "selector"],
                    "properties": {
                        "type": {"const": "SpecificResource"},
                        "source": {"type": "string", "pattern": "^[a-z]+:"},
                        "selector": {"type": "array", "prefixItems": [
                            {"required": ["start", "end"], "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0}}},
                            {"required": ["exact", "prefix", "suffix"], "properties": {
                                "type": {"const": "TextQuoteSelector"}}}]}}}},
            },
        },
    },
}


def annotations(ledger):
    data = json.loads((folder / "story.annotations.jsonld").read_text("utf-8"))
    for error in jsonschema.Draft202012Validator(ANNOTATIONS).iter_errors(data):
        problems.append(f"annotations: {error.json_path} {error.message}")
    items = data["first"]["items"]
    check(data["total"] == len(items) == len(ledger.pieces), "annotations: not all statements")
    count = 0
    for item in items:
        statement = [s for s in ledger.pieces if item["id"].endswith(":" + s)][0]
        text = ledger.texts[ledger.report[statement]]
        for target, (span, words) in zip(item["target"], ledger.pieces[statement], strict=True):
            place, quote = target["selector"]
            count += 1
            check((place["start"], place["end"]) == span, f"annotations: place of {statement}")
            check(quote["exact"] == words == text[place["start"]:place["end"]], "annotations: words")
            check(text[:place["start"]].endswith(quote["prefix"]), "annotations: prefix")
            check(text[place["end"]:].startswith(quote["suffix"]), "annotations: suffix")
    return f"{len(items)} annotations, {count} targets lie on their words (jsonschema)"


def provenance(ledger):
    document = prov.model.ProvDocument.deserialize(folder / "story.prov.json", format="json")
    statements = [e for e in document.get_records(prov.model.ProvEntity)
                  if any(str(t) == "sayso:Statement" for t in e.get_asserted_types())]
    check(len(statements) == len(ledger.pieces), "prov: not all statements")
    values = sorted(str(next(iter(s.value))) for s in statements)
    check(values == sorted(map(ledger.words, ledger.pieces)), "prov: other words")
    declared = {r.identifier for r in document.get_records(prov.model.ProvElement)}
    for relation in document.get_records(prov.model.ProvRelation):
        for _, value in relation.formal_attributes:
            if isinstance(value, prov.model.QualifiedName):
                check(value in declared, f"prov: {value}")
    check("wasDerivedFrom" in document.get_provn(), "prov: no PROV-N")
    return f"{len(document.get_records())} records, {len(statements)} statements (prov)"


def references(ledger):
    entries = rispy.loads((folder / "story.ris").read_text("utf-8"))
    items = json.loads((folder / "story.csl.json").read_text("utf-8"))
    check(len(entries) == len(items), "ris and csl: not the same reports")
    for entry, item in zip(entries, items):
        check(entry["type_of_reference"] == "NEWS", "ris: type")
        check(entry["id"] == re.sub(r"\s+", " ", item["id"]), f"ris: id {entry['id']!r}")
        check(entry.get("title"), "ris: title")
        check(entry.get("secondary_title") == item.get("container-title"), "ris: outlet")
    # The variables of CSL 1.0.2 (appendix IV) that a newspaper article may have, by the type of their values.
    standard = {"id", "title", "container-title", "section", "source", "URL", "language", "keyword", "note"}
    for item in items:
        for name, value in item.items():
            if name == "type":
                check(value == "article-newspaper", "csl: type")
            elif name == "author":
                check(all(list(a) == ["literal"] and a["literal"] for a in value), "csl: author")
            elif name in ("issued", "accessed"):
                parts = value["date-parts"]
                check(list(value) == ["date-parts"] and len(parts) == 1, f"csl: {name}")
                check(all(isinstance(n, int) for n in parts[0]) and len(parts[0]) == 3, f"csl: {name}")
            else:
                check(name in standard and isinstance(value, str), f"csl: {name}")
    return f"{len(entries)} records (rispy), {len(items)} items"


def money(ledger):
    try:
        from followthemoney import model
        from followthemoney.exc import InvalidData
    except ImportError as error:
        return f"left out: followthemoney cannot be read here ({error})"
    count = {}
    told = lines("story.ftm.jsonl")
    ids = {}
    for data in told:
        schema = model.get(data["schema"])
        check(schema is not None and not schema.abstract, f"ftm: {data['schema']}")
        try:
            schema.validate(data)
        except InvalidData as error:
            problems.append(f"ftm: {data['schema']}: {error.errors}")
        proxy = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            kept = proxy.get(name, quiet=True)
            if name not in ("publishedAt", "language", "sourceUrl"):
                check(len(kept) == len(set(values)), f"ftm: {data['schema']}.{name} {values} {kept}")
            else:
                check(len(kept) == 1, f"ftm: {data['schema']}.{name} {values}")
        for required in schema.required:
            check(proxy.has(required) or required == "name", f"ftm: {data['schema']} needs {required}")
        ids[data["id"]] = proxy
        count[data["schema"]] = count.get(data["schema"], 0) + 1
    for proxy in ids.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                check(value in ids, f"ftm: {prop} {value}")
                check(value not in ids or ids[value].schema.is_a(prop.range), f"ftm: range of {prop}")
    said = {p for proxy in ids.values() for p in proxy.get("recordId", quiet=True)}
    notes = count.get("Note", 0)
    check(len(said) + notes == len(ledger.pieces), "ftm: not all statements")
    return ", ".join(f"{number} {schema}" for schema, number in sorted(count.items()))


ledger = Ledger(sys.argv[2])
for name, reader in [
    ("jsonl", rows), ("csv", sheet), ("markdown", notes), ("html", dossier), ("docx", word),
    ("jsonld", linked_data), ("annotations", annotations), ("prov", provenance),
    ("ris, csl", references), ("ftm", money),
]:
    before = len(problems)
    told = reader(ledger)
    print(f"{'sound' if len(problems) == before else 'WRONG'}  {name}: {told}")
for problem in problems[:30]:
    print("sayso: " + problem, file=sys.stderr)
sys.exit(1 if problems else 0)
