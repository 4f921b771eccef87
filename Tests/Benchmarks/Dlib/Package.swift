// swift-tools-version: 6.2
import PackageDescription

// dlib's face detector and landmarks, which kiosk is compared with: a program of its own, so that
// nothing else needs dlib.
let package = Package(
    name: "dlib-alone",
    targets: [
        .executableTarget(
            name: "dlib-alone",
            cxxSettings: [.define("DLIB_NO_GUI_SUPPORT")],
            linkerSettings: [
                .linkedLibrary("dlib"), .linkedLibrary("lapack"), .linkedLibrary("blas"),
                .linkedLibrary("m"),
            ])
    ],
    cxxLanguageStandard: .cxx17
)
