import Testing

@testable import KioskCore

struct CameraChoiceTests {
    /// A mode out of `MJPG 1280x720 30`.
    private static func offer(_ text: String) throws -> CameraOffer {
        let words = text.split(separator: " ")
        let sides = words[1].split(separator: "x").compactMap { Int($0) }
        return CameraOffer(
            format: try #require(FourCC(parsing: String(words[0]))),
            size: Size(width: sides[0], height: sides[1]), rate: try #require(Double(words[2])))
    }

    private static func choose(
        _ offers: [String], sideways: Bool = false,
        _ change: (inout CameraRequest) -> Void = { _ in }
    ) throws -> CameraOffer {
        var request = CameraRequest()
        change(&request)
        let portrait = Size(width: 480, height: 640)
        return try CameraChoice(request, portrait: portrait, isSideways: sideways)
            .best(of: offers.map(Self.offer), camera: "/dev/video0")
    }

    /// What is on offer, and what is best of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let offers: [String]
        let best: String
    }

    private static let cases = [
        Case(
            testDescription: "a USB 2 camera: raw pictures are slow, 1080 rows leave room",
            offers: [
                "MJPG 640x480 30", "MJPG 1280x720 30", "MJPG 1920x1080 30", "YUYV 640x480 30",
                "YUYV 1280x720 10", "YUYV 1920x1080 5",
            ], best: "MJPG 1920x1080 30"),
        Case(
            testDescription: "rate before pixels",
            offers: ["YUYV 1920x1080 5", "YUYV 1280x720 10"],
            best: "YUYV 1280x720 10"),
        Case(
            testDescription: "at the same rate the format that costs least",
            offers: [
                "MJPG 1280x720 30", "YUYV 1280x720 30", "NV12 1280x720 30", "RGB3 1280x720 30",
            ],
            best: "NV12 1280x720 30"),
        Case(
            testDescription: "25 and 30 a second are the same to the eye",
            offers: ["MJPG 1280x720 30", "MJPG 1920x1080 25"], best: "MJPG 1920x1080 25"),
        Case(
            testDescription: "more than 1920 columns only where nothing smaller will do",
            offers: ["MJPG 3840x2160 30", "MJPG 1280x720 30"], best: "MJPG 1280x720 30"),
        Case(
            testDescription: "a large one rather than none",
            offers: ["MJPG 3840x2160 30", "MJPG 640x480 30"], best: "MJPG 3840x2160 30"),
        Case(
            testDescription: "a gray picture is no portrait",
            offers: ["GREY 1920x1080 60", "YUYV 1280x720 10"], best: "YUYV 1280x720 10"),
        Case(
            testDescription: "what libv4l converts comes last",
            offers: ["BA81 1280x720 30", "MJPG 1280x720 30"], best: "MJPG 1280x720 30"),
        Case(
            testDescription: "compressed video is passed over",
            offers: ["H264 1920x1080 30", "MJPG 1280x720 30"], best: "MJPG 1280x720 30"),
        Case(
            testDescription: "unknown rates are taken as they are",
            offers: ["YUYV 1280x720 0"], best: "YUYV 1280x720 0"),
    ]

    @Test("the mode is chosen by the work", arguments: cases)
    func best(_ one: Case) throws {
        #expect(try Self.choose(one.offers) == Self.offer(one.best))
        #expect(try Self.choose(one.offers.reversed()) == Self.offer(one.best), "order matters")
    }

    @Test("a camera on its side needs columns where an upright one needs rows")
    func sideways() throws {
        #expect(
            try Self.choose(["MJPG 640x480 30"], sideways: true) == Self.offer("MJPG 640x480 30"))
        #expect(throws: KioskError.self) { try Self.choose(["MJPG 640x480 30"]) }
    }

    @Test("kiosk.conf overrides what the program would choose")
    func overrides() throws {
        let offers = [
            "MJPG 1920x1080 30", "MJPG 1280x720 30", "YUYV 1280x720 10", "MJPG 1280x960 60",
        ]
        #expect(
            try Self.choose(offers) { $0.format = FourCC("YUYV") } == Self.offer(offers[2]))
        #expect(try Self.choose(offers) { $0.height = 720 } == Self.offer(offers[1]))
        #expect(
            try Self.choose(offers) { ($0.width, $0.height) = (1280, 960) } == Self.offer(offers[3])
        )
    }

    @Test(
        "what cannot be is refused with the reason and what there is",
        arguments: [
            (["MJPG 640x480 30", "YUYV 1280x600 30"], "", KioskError.Code.cameraSmall, "1280x600"),
            (["H264 1920x1080 30"], "", .cameraCompressed, "H264"),
            (["MJPG 1280x720 30"], "H264", .cameraCompressed, "H.264"),
            (["MJPG 1280x720 30"], "NV12", .cameraFormat, "MJPG 1280x720 30/s"),
            ([], "", .cameraFormat, ""),
        ])
    func refused(offers: [String], format: String, code: KioskError.Code, says: String) throws {
        let error = #expect(throws: KioskError.self) {
            try Self.choose(offers) { $0.format = FourCC(parsing: format) }
        }
        #expect(error?.code == code && error?.exitStatus == 69)
        #expect(error?.detail.contains(says) == true || says.isEmpty, "\(error?.detail ?? "")")
    }
}
