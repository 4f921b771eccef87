// swift-tools-version: 6.2
import PackageDescription

// In dependency order: C libraries, the rules, the world, the synthetic studio, the program.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "kiosk",
    products: [.executable(name: "kiosk", targets: ["kiosk"])],
    // At one version each: no lock file is kept.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // Debian's C libraries, each a module map and a header of a few lines.
        .systemLibrary(name: "CZBar"),
        .systemLibrary(name: "CISOFS"),
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CXLSXWriter"),
        .systemLibrary(name: "CQREncode"),
        .systemLibrary(name: "CSodium"),
        .systemLibrary(name: "CNettle"),
        .systemLibrary(name: "CXXHash"),
        .systemLibrary(name: "CSDL2"),
        .systemLibrary(name: "CFontconfig"),
        .systemLibrary(name: "CWebP"),
        .systemLibrary(name: "CHEIF"),
        .systemLibrary(name: "CXNNPACK"),
        .systemLibrary(name: "CLCMS"),
        .systemLibrary(name: "CV4LConvert"),
        .systemLibrary(name: "CSwscale"),

        // The fuzzer that comes with the compiler.
        .systemLibrary(name: "CFuzzer"),

        // Shims for what Swift cannot call: variadic ioctl, C++ templates, C++ headers.
        .target(name: "CV4L2"),

        // libjpeg's and libpng's errors end in jumps.
        .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
        .target(name: "CPNG", linkerSettings: [.linkedLibrary("png16")]),

        // Calls that Swift's module of the C library leaves out.
        .target(name: "CSystem"),

        // Settings whose arguments vary.
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

        // Loops over pixels for several instruction sets, which Swift cannot compile.
        .target(name: "CPixels"),

        // Libraries in C++.
        .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
        .target(
            name: "CTOML",
            cxxSettings: [.define("TOML_EXCEPTIONS", to: "0")]),

        // Every rule and every word: no C, no files, no clock.
        .target(name: "KioskCore", swiftSettings: strict),

        // The world: one owner type per C library.
        .target(
            name: "KioskIO",
            dependencies: [
                "KioskCore", "CJPEG", "CSQLite", "CSystem", "CZBar", "CZXing", "CISOFS", "CSodium",
                "CNettle", "CXXHash", "CArchive", "CXLSXWriter",
                "CPNG", "CWebP", "CHEIF", "CXNNPACK", "CLCMS", "CV4L2", "CV4LConvert",
                "CPixels", "CTOML", "CSDL2", "CFontconfig",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),

        // The synthetic studio: draws students and phones with known geometry.
        .target(
            name: "StudioKit",
            dependencies: ["KioskCore", "CQREncode"],
            swiftSettings: strict),

        // The program.
        .executableTarget(
            name: "kiosk",
            dependencies: [
                "KioskCore", "KioskIO", "StudioKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["KioskCore", "KioskIO", "StudioKit"],
            path: "Tests/Support", swiftSettings: strict),
        .target(name: "TestTraits", path: "Tests/Traits", swiftSettings: strict),
        .executableTarget(
            name: "kiosk-bench",
            dependencies: [
                "KioskCore", "KioskIO", "StudioKit", "TestSupport", "CSwscale",
            ],
            path: "Tests/Benchmarks",
            exclude: [
                "RESULTS.md", "allocations.c", "Dlib", "pillow_scale.py", "pillow_window.py",
            ],
            swiftSettings: strict),
        // Foreign bytes for every reader; linked with libFuzzer by Tools/fuzz.
        .executableTarget(
            name: "kiosk-fuzz",
            dependencies: [
                "KioskCore", "KioskIO", "StudioKit", "TestSupport", "CQREncode", "CLCMS", "CFuzzer",
            ],
            path: "Tests/Fuzz", swiftSettings: strict),
        .executableTarget(
            name: "kiosk-lab",
            dependencies: [
                "KioskCore", "KioskIO", "StudioKit", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/VM/Tool", swiftSettings: strict),
        .testTarget(
            name: "KioskCoreTests", dependencies: ["KioskCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "KioskIOTests",
            dependencies: [
                "KioskCore", "KioskIO", "StudioKit", "TestSupport", "TestTraits", "CQREncode",
                "CSDL2",
            ],
            exclude: ["Screen/Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "StudioKitTests",
            dependencies: ["KioskCore", "KioskIO", "StudioKit", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "kioskTests",
            dependencies: [
                "kiosk", "CSDL2", "KioskCore", "KioskIO", "StudioKit", "TestSupport", "TestTraits",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: ["kiosk", "KioskCore", "KioskIO", "StudioKit", "TestSupport"],
            path: "Tests/Acceptance", swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
