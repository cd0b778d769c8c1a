internal import HTTPTypes
internal import Sayso

/// Adding reports: files, a pasted text, addresses.
extension Site {
  private func editing() throws -> Additions {
    guard let additions else {
      throw PageProblem(
        .forbidden, "These pages are to read only.",
        remedy: "Start them with `sayso serve --edit` to add reports.")
    }
    return additions
  }

  func add(_ request: PageRequest) async throws -> PageAnswer {
    let jobs = try await editing().all
    return page(
      "add", title: "Add reports", request,
      ["jobs": jobs.map(Site.fields), "hasJobs": !jobs.isEmpty])
  }

  func add(_ request: PageRequest, _ form: SentForm) async throws -> PageAnswer {
    let additions = try editing()
    let number: Int
    if !form.files.isEmpty {
      number = await additions.start(.files(form.files), what: counted(form.files.count, "file"))
    } else if let text = form.text["text"], !text.trimmed.isEmpty {
      let pasted = Additions.PastedText(
        text: text, title: form.text["heading"], outlet: form.text["outlet"],
        published: form.text["published"], url: form.text["url"])
      number = await additions.start(.text(pasted), what: "a pasted text")
    } else if let lines = form.text["addresses"], !lines.trimmed.isEmpty {
      let addresses = lines.split(whereSeparator: \.isWhitespace).map(String.init)
      for address in addresses where !Site.mayLink(address) {
        throw PageProblem(
          .badRequest, "“\(address)” is no address of the web.",
          remedy: "Write addresses that begin with https://, one a line.")
      }
      number = await additions.start(
        .addresses(addresses), what: counted(addresses.count, "address"))
    } else {
      throw PageProblem(
        .badRequest, "There is nothing to add.",
        remedy: "Choose files, paste a text, or write addresses.")
    }
    return .redirect(to: "/add/\(number)")
  }

  func job(_ request: PageRequest) async throws -> PageAnswer {
    guard let number = Int(request.parameters["job"] ?? ""),
      let job = try await editing().job(number)
    else {
      throw PageProblem(
        .notFound, "No such sending is remembered.",
        remedy: "What was added before the program was started again is in the ledger.")
    }
    var fields = Site.fields(job)
    fields["reports"] = job.reports.suffix(200).map {
      ["href": "/reports/" + FormValues.encoded($0.id), "title": $0.title] as Fields
    }
    fields["hasReports"] = !job.reports.isEmpty
    let mostFailures = 100
    fields["failures"] = Array(job.failures.prefix(mostFailures))
    fields["hasMoreFailures"] = job.failures.count > mostFailures
    fields["moreFailures"] = job.failures.count - mostFailures
    fields["hasFailures"] = !job.failures.isEmpty
    var answer = page("job", title: job.isFinished ? "Added" : "Adding", request, fields)
    // Without a script, too, the page follows what it shows.
    if !job.isFinished { answer.headers.append(("refresh", "1")) }
    return answer
  }

  private static func fields(_ job: Additions.Job) -> Fields {
    [
      "number": job.number, "what": job.what, "isFinished": job.isFinished, "done": job.done,
      "total": job.total ?? 0, "hasTotal": job.total != nil, "added": job.added,
      "changed": job.changed, "unchanged": job.unchanged, "statements": job.statements,
      "failed": job.failures.count, "href": "/add/\(job.number)",
    ]
  }
}
