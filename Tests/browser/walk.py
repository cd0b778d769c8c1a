#!/usr/bin/env python3
"""A real browser walks through the pages, as a new user would.

    scripts/check-browser [--screenshots FOLDER]

Starts `sayso serve --edit` over a ledger of the example reports on this machine alone, then, with
JavaScript and without it: adds a report, opens its story, follows a claim to the marked words, corrects
a speaker, sees it everywhere, exports, and finds it in the export. Looks for faults of accessibility with
axe-core on each page, in both widths and both colour schemes, and writes pictures where it is asked to.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TEXT = """The pier of Gullhaven is shut, mayor Tova Brand told the Gullhaven Echo on Monday.

"The planks are rotten," Brand said. Ferry owner Mads Ruud denied that the pier was shut.
"""


class Server:
    """`sayso serve` on a free port, ended with the process that started it."""

    def __init__(self, sayso, ledger):
        self.process = subprocess.Popen(
            [sayso, "serve", "--edit", "--port", "0", "--ledger", ledger],
            stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://[^/]+", line)
        if not found:
            raise SystemExit(f"sayso serve did not start: {line}")
        self.address = found.group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def expect(holds, what):
    if not holds:
        raise AssertionError(what)
    print(f"  ok: {what}")


def walk(page, address, number, script):
    """The way of a new user."""
    page.goto(address)
    page.get_by_role("link", name="Add reports").first.click()
    page.get_by_label("Headline").fill(f"Pier of Gullhaven shut, walk {number}")
    page.get_by_label("Text", exact=True).fill(TEXT.replace("Monday", f"Monday for the {number}. time"))
    page.get_by_label("Outlet").fill("Gullhaven Echo")
    page.get_by_label("Published").fill(f"2031-05-0{number}")
    page.get_by_role("button", name="Add text").click()
    page.wait_for_selector("text=To the stories", timeout=60_000)
    expect("1 new" in page.content(), "the pasted report was added")
    page.get_by_role("link", name="To the stories").click()
    page.get_by_role("link", name=re.compile("Gullhaven")).first.click()
    expect(page.locator("h1").count() == 1, "the story has one headline")
    claim = page.locator("section.claim").first
    claim.locator("h3 a").click()
    expect("side by side" in page.content(), "the claim shows its statements side by side")
    page.locator(".statement .where a").first.click()
    mark = page.evaluate("location.hash") if script else "#" + page.url.split("#")[1]
    expect(mark.startswith("#s-"), "the statement leads into its report")
    number_mark = page.locator(f'[id="{mark[1:]}"]')
    expect(number_mark.count() == 1, "the words are marked in place")
    if script:
        page.locator(".text .m.content").first.hover()
        expect(page.locator(".record.lit").count() >= 1, "hovering shows the record")
    # The union's denial is given to another speaker.
    record = page.locator(".record", has_text="denies").first
    record.get_by_role("link", name="put right").click()
    statement = page.url.split("#")[0]
    page.get_by_label("Who said it, in words of the report").fill("mayor Tova Brand")
    page.get_by_role("button", name="Correct the speaker").click()
    expect("Brand" in page.locator(".record .who").first.inner_text(), "the speaker is corrected")
    expect("corrected" in page.locator(".record .who").first.inner_text(), "and marked so")
    page.goto(address + "/search?by=brand&stance=denies")
    expect(page.locator(".statement", has_text="corrected").count() >= 1, "the search sees it")
    page.goto(address + "/corrections")
    expect(page.locator("tbody tr").count() >= 1, "the correction is listed")
    lines = page.request.get(address + "/corrections/gold.jsonl").text().splitlines()
    expect(len(lines) >= 1 and json.loads(lines[0])["statements"], "the gold has it")
    rows = page.request.get(address + "/stories/all/export/csv")
    expect(any("Brand" in row and "denies" in row for row in rows.text().splitlines()),
           "the export has it")
    page.get_by_role("button", name="Take back").first.click()
    expect("taken back" in page.content(), "it can be taken back")
    page.goto(statement)
    expect("Ruud" in page.locator(".record .who").first.inner_text(), "and is as it was read")


def pages(page, address):
    """An address of each kind of page."""
    page.goto(address + "/stories/all")
    def first(pattern):
        links = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
        return next(link.split("#")[0] for link in links if re.search(pattern, link or ""))
    return {
        "stories": "/", "story": "/stories/all", "claim": first("/claims/c"),
        "actor": first("/actors/"), "report": first("^/reports/"),
        "statement": first("^/statements/"), "search": "/search?q=ostrey", "cited": "/cited",
        "accuracy": "/accuracy", "add": "/add", "corrections": "/corrections",
        "exports": "/stories/all/export",
    }


def views(browser):
    """A page of the browser in both widths and both colour schemes."""
    for scheme in ("light", "dark"):
        for name, width in (("wide", 1280), ("narrow", 390)):
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900})
            yield scheme, name, context.new_page()
            context.close()


def pictures(browser, address, folder):
    """A picture of every page."""
    for scheme, name, page in views(browser):
        for kind, path in pages(page, address).items():
            page.goto(address + path)
            page.screenshot(
                path=f"{folder}/{kind}-{scheme}-{name}.png", full_page=name == "narrow")


def look(browser, address):
    """The faults that axe finds on every page, and pages that are wider than their window."""
    faults = []
    for scheme, name, page in views(browser):
        for kind, path in pages(page, address).items():
            page.goto(address + path)
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 1:
                faults.append(f"{kind} {scheme} {name}: {overflow} pixels too wide")
            for fault in Axe().run(page).response["violations"]:
                if fault["impact"] in ("serious", "critical"):
                    faults.append(
                        f"{kind} {scheme} {name}: {fault['id']}: {fault['help']}: "
                        + fault["nodes"][0]["html"][:160])
    return faults


def keyboard(page, address):
    """The first press of the tab key leads past the head, and links can be reached in order."""
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.className") == "skip", "Tab begins at the skip link")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.getElementById('main').contains(document.activeElement)")
    expect(inside, "it leads to the contents")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sayso")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--screenshots")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = folder + "/sayso.db"
        subprocess.run(
            [args.sayso, "add", "--ledger", ledger, str(ROOT / "Examples/reports")], check=True,
            stdout=subprocess.DEVNULL)
        if args.screenshots:
            Path(args.screenshots).mkdir(parents=True, exist_ok=True)
        browser = playwright.chromium.launch(
            executable_path=args.chromium, args=["--no-sandbox"])
        with Server(args.sayso, ledger) as server:
            if args.screenshots:
                # Before the walk, so that they show the example affair alone.
                pictures(browser, server.address, args.screenshots)
            asked = []
            for number, script in ((1, True), (2, False)):
                print("with JavaScript" if script else "without JavaScript")
                context = browser.new_context(java_script_enabled=script)
                page = context.new_page()
                page.set_default_timeout(15_000)
                page.on("request", lambda request: asked.append(request.url))
                problems = []
                page.on("console", lambda message: problems.append(message.text)
                        if message.type == "error" else None)
                walk(page, server.address, number, script)
                if script:
                    keyboard(page, server.address)
                expect(not problems, f"the browser has nothing to complain of {problems}")
                context.close()
            expect(all(url.startswith(server.address) for url in asked), "nothing was asked of others")
            faults = look(browser, server.address)
        browser.close()
    for fault in faults:
        print("fault:", fault)
    print(f"{len(faults)} serious faults of accessibility or width")
    return 1 if faults else 0


sys.exit(main())
