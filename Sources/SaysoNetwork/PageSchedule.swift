/// The order of work while pages are collected: what to fetch next, and what to hand on.
///
/// The results are handed on in the order of the addresses, what a list leads to right after it,
/// whatever order the answers come in: the addresses form a graph, which is walked in depth first.
/// Each address is fetched once, and no more than two of a host are under way. A pure value, so
/// that it can be tested without a network.
struct PageSchedule {
  /// One address to fetch.
  struct Job: Sendable {
    /// The form by which the address is compared.
    let key: String
    /// The address.
    let address: String
    /// Lists that led to it; 0 for what the caller asked for.
    let depth: Int
  }

  /// A way from a list to an address.
  private struct Edge {
    let key: String
    let entry: CollectedPage.Entry?
  }

  private struct Ending {
    let result: Result<Fetched, NetworkError>
    /// The ways on from a list, and how many were left out; nil for a page.
    let leads: (edges: [Edge], leftOut: Int)?

    /// The bytes that are held until its turn comes.
    var weight: Int { if case .success(let fetched) = result { fetched.bytes.count } else { 0 } }
  }

  private enum State {
    case open
    case ended(Ending)
    case handedOn
  }

  private struct Node {
    let job: Job
    let host: String
    var state = State.open
  }

  /// A caller's list may lead to lists, and these to feeds with pages.
  static let deepest = 3
  /// The most requests under way.
  static let mostAtOnce = 16
  /// So many bytes of results may wait for their turn before only the next one is worked on.
  static let mostHeld = 64 << 20

  private let canonical: @Sendable (String) -> String
  private let mostEntries: Int
  private let mostFeeds: Int
  private var nodes: [String: Node] = [:]

  /// The hosts in the order of discovery, with the keys that wait and the requests under way.
  private var hosts: [String] = []
  private var waiting: [String: [String]] = [:]
  private var running: [String: Int] = [:]
  private var runningInAll = 0

  /// The ways that are still to be walked, the next one last.
  private var way: [Edge] = []
  private var held = 0

  /// The addresses that have been dealt with.
  private(set) var done = 0
  /// The addresses known so far.
  var total: Int { nodes.count }

  /// A schedule for what the caller asks for.
  init(
    _ asked: [String], mostEntries: Int, mostFeeds: Int,
    canonical: @escaping @Sendable (String) -> String
  ) {
    self.canonical = canonical
    self.mostEntries = mostEntries
    self.mostFeeds = mostFeeds
    way = edges(asked.map { ($0, nil) }, depth: 0).reversed()
  }

  // MARK: - Work

  /// The next job that may start; nil where none may before one has ended.
  mutating func next() -> Job? {
    guard runningInAll < PageSchedule.mostAtOnce else { return nil }
    let free =
      if held > PageSchedule.mostHeld {
        way.last.flatMap { edge in nodes[edge.key].map { [$0.host] } } ?? []
      } else {
        hosts
      }
    for host in free where running[host, default: 0] < HostPace.mostAtOnce {
      guard let key = takeWaiting(at: host), let node = nodes[key] else { continue }
      running[host, default: 0] += 1
      runningInAll += 1
      return node.job
    }
    return nil
  }

  /// Takes the end of a job; `content` tells what was fetched, where something was.
  mutating func finish(
    _ job: Job, _ result: Result<Fetched, NetworkError>, content: PageContent = .report
  ) {
    guard let node = nodes[job.key], case .open = node.state else { return }
    running[node.host, default: 1] -= 1
    runningInAll -= 1
    done += 1
    let ending = ending(of: job, result, content)
    nodes[job.key]?.state = .ended(ending)
    held += ending.weight
  }

  /// The results whose turn has come.
  mutating func handOn() -> [Collected] {
    var results: [Collected] = []
    while let edge = way.last, let node = nodes[edge.key] {
      if case .open = node.state { break }
      way.removeLast()
      guard case .ended(let ending) = node.state else { continue }
      nodes[edge.key]?.state = .handedOn
      held -= ending.weight
      results.append(collected(node.job.address, ending, edge))
      way += (ending.leads?.edges ?? []).reversed()
    }
    return results
  }

  // MARK: - Parts

  private mutating func ending(
    of job: Job, _ result: Result<Fetched, NetworkError>, _ content: PageContent
  ) -> Ending {
    guard case .success(let fetched) = result else { return Ending(result: result, leads: nil) }
    let found: [(String, CollectedPage.Entry?)]
    let most: Int
    switch content {
    case .report: return Ending(result: result, leads: nil)
    case .entries(let addresses):
      found = addresses.enumerated().compactMap { place, address in
        address.map { ($0, CollectedPage.Entry(feed: fetched, place: place)) }
      }
      most = mostEntries
    case .feeds(let addresses):
      found = addresses.map { ($0, nil) }
      most = mostFeeds
    }
    guard job.depth < PageSchedule.deepest else {
      return Ending(result: .failure(tooDeep(job)), leads: nil)
    }
    return Ending(
      result: result,
      leads: (
        edges(Array(found.prefix(most)), depth: job.depth + 1), max(0, found.count - most)
      ))
  }

  private func collected(_ address: String, _ ending: Ending, _ edge: Edge) -> Collected {
    if case .success(let list) = ending.result, let leads = ending.leads {
      return .list(
        CollectedList(
          address: address, list: list, taken: leads.edges.count, leftOut: leads.leftOut))
    }
    return .page(CollectedPage(address: address, result: ending.result, entry: edge.entry))
  }

  /// The ways to addresses; those that were not known become jobs.
  private mutating func edges(
    _ found: [(String, CollectedPage.Entry?)], depth: Int
  ) -> [Edge] {
    var edges: [Edge] = []
    for (address, entry) in found {
      let key = canonical(address)
      edges.append(Edge(key: key, entry: entry))
      guard nodes[key] == nil else { continue }
      let host = PageSchedule.host(of: address)
      nodes[key] = Node(job: Job(key: key, address: address, depth: depth), host: host)
      if waiting[host] == nil { hosts.append(host) }
      waiting[host, default: []].append(key)
    }
    return edges
  }

  /// The key that waits longest at a host; the one whose turn is next goes before it.
  private mutating func takeWaiting(at host: String) -> String? {
    guard var keys = waiting[host], !keys.isEmpty else { return nil }
    let place = way.last.flatMap { edge in keys.firstIndex(of: edge.key) } ?? 0
    let key = keys.remove(at: place)
    waiting[host] = keys
    return key
  }

  /// The host of an address; one that cannot be read has none and fails at once.
  private static func host(of address: String) -> String {
    do throws(NetworkError) {
      return try WebAddress(address).host
    } catch {
      return ""
    }
  }

  private func tooDeep(_ job: Job) -> NetworkError {
    NetworkError(
      "a list inside of other lists is not followed so deep", place: job.address,
      remedy: "give its address by itself")
  }
}
