// swift-tools-version: 6.3
// What is built, and which target may import which; Tests/ArchitectureTests keeps the arrows.
import PackageDescription

let plain: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]
/// For targets that own no C library: no pointer passes unmarked there.
let strict = plain + [.strictMemorySafety()]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["Support"], exclude: exclude,
    swiftSettings: plain)
}

let package = Package(
  name: "hallway",
  products: [.executable(name: "hallway", targets: ["hallway"])],
  targets: [
    // C libraries of the system, each owned by one target.
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CFiles"),
    .target(name: "CRescue"),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "CTOML",
      linkerSettings: [.linkedLibrary("m")]),

    .target(name: "Model", swiftSettings: strict),
    .target(name: "Text", dependencies: ["CStemmer"], swiftSettings: plain),
    .target(name: "Network", dependencies: ["Model", "CCurl"], swiftSettings: plain),
    .target(name: "Ingest", dependencies: ["Model", "Text"], swiftSettings: plain),
    .target(name: "Store", dependencies: ["Model", "CSQLite"], swiftSettings: plain),
    .target(name: "Analysis", dependencies: ["Model", "Text"], swiftSettings: strict),
    .target(name: "Render", dependencies: ["Model", "Templates", "CFiles"], swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Model", "Text", "Network", "Ingest", "Store", "Analysis", "Render", "Templates", "Feeds",
        "CTOML", "CRescue",
      ],
      swiftSettings: plain),
    .executableTarget(name: "hallway", dependencies: ["Model", "Pipeline"], swiftSettings: strict),

    .target(name: "BenchmarkSupport", path: "Benchmarks/Support", swiftSettings: plain),
    .executableTarget(
      name: "benchmark-feeds", dependencies: ["Ingest", "Model", "BenchmarkSupport"],
      path: "Benchmarks/Feeds",
      swiftSettings: plain),

    .executableTarget(
      name: "benchmark-episodes", dependencies: ["Ingest", "Analysis", "Store", "Model"],
      path: "Benchmarks/Episodes", swiftSettings: plain),

    .executableTarget(
      name: "benchmark-week", dependencies: ["Analysis", "Store", "Model", "BenchmarkSupport"],
      path: "Benchmarks/Week", swiftSettings: plain),

    // Learns the weights that Analysis keeps as constants; see scripts/learn.
    .executableTarget(
      name: "learn", dependencies: ["Analysis", "Ingest", "Store", "Text", "Model"],
      path: "Benchmarks/Learning", swiftSettings: plain),

    .target(
      name: "Support", path: "Tests/Support",
      exclude: ["Judges", "search-check.mjs", "smtp-server.py", "tls-server.py"],
      swiftSettings: plain),
    tests("Architecture", []),
    tests("Model", ["Model"]),
    tests("Text", ["Text"]),
    tests("Ingest", ["Ingest", "Model", "Text"]),
    tests("Store", ["Store", "Model"]),
    tests("Network", ["Network", "Model"]),
    tests("Analysis", ["Analysis", "Model", "Text"]),
    tests("Render", ["Render", "Model"]),
    tests("Pipeline", ["Pipeline", "Model", "Network", "Ingest", "Store", "Feeds"]),
    tests("Command", ["hallway"], exclude: ["Goldens"]),
    // A whole run with each of its calls failing, or killed there.
    tests("Fault", [], exclude: ["Injector"]),
    // Every reader of foreign bytes, for the fuzzer and for the tests over its saved corpus.
    .target(
      name: "FuzzTargets", dependencies: ["Ingest", "Model", "Text"], path: "Tests/FuzzTargets",
      swiftSettings: plain),
    tests("Fuzz", ["FuzzTargets"], exclude: ["Corpus"]),

    // The files a person edits are the files built into the program.
    .target(
      name: "Templates", path: "Templates",
      resources: [
        "brief.html", "episode.html", "feed-content.html", "feed.xml",
        "foot.html", "head.html", "index.html", "issue-body.html",
        "issue.html", "issue.txt", "mail-body.html", "mail-brief.html",
        "mail-quote.html", "mail-section.html", "mail-small.html", "mail-title.html",
        "mail.html", "quote.html", "search.html", "search.js",
        "sitemap.xml", "sources.opml", "style.css", "topic.html",
        "topics.html",
      ].map { .embedInCode($0) }, swiftSettings: plain),
    .target(
      name: "Feeds", path: "Feeds",
      resources: [
        "python.toml", "python.opml", "python-topics.toml", "rust.toml", "rust.opml",
        "rust-topics.toml", "swift.toml", "swift.opml", "swift-topics.toml", "sample.toml",
        "sample-topics.toml", "sample-proposals.json", "sample-forum-latest.rss",
        "sample-forum-posts.rss", "sample-blog.atom", "sample-podcast.rss", "sample-episode-31.vtt",
        "sample-episode-32.txt",
      ].map { .embedInCode($0) }, swiftSettings: plain),
  ],
  cxxLanguageStandard: .cxx17
)

// The fuzzer needs a run-time library that no other build does: only `scripts/fuzz` asks for it.
if Context.environment["HALLWAY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "hallway-fuzz", dependencies: ["FuzzTargets"], path: "Tests/FuzzRunner",
      swiftSettings: plain))
}
