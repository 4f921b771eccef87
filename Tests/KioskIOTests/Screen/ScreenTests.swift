import CSDL2
import Foundation
import KioskCore
import KioskIO
import TestSupport
import TestTraits
import Testing

/// The counter's window: on an X server without a monitor, and on SDL's dummy driver where a
/// picture in memory will do.
@Suite(.serialized, .wholeMachine)
struct ScreenTests {
    /// Golden pictures are half as large as the window: what matters is where things are.
    private static let goldenSize = Size(width: 640, height: 360)
    private static let folder = Checkout.file("Tests/KioskIOTests/Screen/Golden").path
    /// The font of the golden pictures, which Tools/packages installs: a machine may have others.
    private static let family = "WenQuanYi Micro Hei"

    private static func window(
        _ language: Language, isMirrored: Bool = true, views: ScreenViews = .auto,
        on screen: VirtualScreen? = nil
    ) throws -> Stage {
        let environment =
            screen?.environment ?? ["SDL_VIDEODRIVER": "dummy", "SDL_RENDER_DRIVER": "software"]
        for (name, value) in environment { setenv(name, value, 1) }
        var style = Stage.Style(
            ScreenLook(language: language, rule: .chsi, isMirrored: isMirrored),
            isFullscreen: false, font: try .chinese(of: [Self.family]))
        style.views = views
        return try Stage(style)
    }

    private static func see(_ window: Stage, isEmpty: Bool) throws {
        let frame = try Scenes.frame(isEmpty: isEmpty)
        frame.bytes.withUnsafeBytes {
            window.see(
                Frame(bytes: $0, layout: frame.layout, sequence: 0, time: frame.time))
        }
    }

    /// The mean difference of two pictures, levels of 255, and the share of pixels off by more than
    /// 40.
    private static func difference(_ one: Photo, _ other: Photo) -> (mean: Double, far: Double) {
        guard one.size == other.size else { return (255, 1) }
        var (sum, far) = (0, 0)
        for (first, second) in zip(one.pixels, other.pixels) {
            let distance = abs(Int(first) - Int(second))
            sum += distance
            far += distance > 40 ? 1 : 0
        }
        let count = Double(one.pixels.count)
        return (Double(sum) / count, Double(far) / count)
    }

    @Test("each state looks as it was last looked at", arguments: Language.allCases)
    func golden(language: Language) throws {
        let screen = try VirtualScreen()
        let window = try Self.window(language, on: screen)
        let codec = try JPEGCodec()
        for named in try Scenes.all() + [Scenes.automatic()] {
            try Self.see(window, isEmpty: named.isEmpty)
            _ = window.pressed()
            window.show(named.scene, notice: "")
            let picture = try screen.picture()
            if named.name == "aside" {
                try Self.writeForReadme(picture, "counter", language, codec)
            }
            try Self.compare(picture, "\(named.name)-\(language.rawValue)", codec)
        }
    }

    @Test("each state looks to the student as it was last looked at", arguments: Language.allCases)
    func goldenOfStudents(language: Language) throws {
        let screen = try VirtualScreen()
        let window = try Self.window(language, views: .both, on: screen)
        let codec = try JPEGCodec()
        for named in try Scenes.students() {
            try Self.see(window, isEmpty: named.isEmpty)
            let picture = try #require(
                window.picture(of: named.scene, notice: "", view: .student))
            if named.name == "aside" {
                try Self.writeForReadme(picture, "student", language, codec)
            }
            try Self.compare(picture, "student-\(named.name)-\(language.rawValue)", codec)
        }
    }

    /// Compares a picture with the one that was looked at, or takes it for that.
    private static func compare(_ picture: Photo, _ name: String, _ codec: borrowing JPEGCodec)
        throws
    {
        let small = picture.cropped(
            to: Rect(x: 0, y: 0, width: picture.width, height: picture.height),
            scaledTo: Self.goldenSize)
        let path = "\(Self.folder)/\(name).jpg"
        if isWriting {
            let jpeg = try codec.encode(small, quality: 80, subsampling: .half)
            return try FileAccess.write(jpeg.bytes, to: path, replacing: true)
        }
        let (mean, far) = Self.difference(try PictureFile.load(path), small)
        #expect(mean < 3 && far < 0.01, "\(path): \(mean), \(far)")
    }

    private static var isWriting: Bool {
        ProcessInfo.processInfo.environment["KIOSK_GOLDEN"] == "write"
    }

    /// The READMEs' pictures of the counter.
    private static func writeForReadme(
        _ picture: Photo, _ view: String, _ language: Language, _ codec: borrowing JPEGCodec
    ) throws {
        guard isWriting else { return }
        let name = "docs/\(view)\(language == .english ? "" : ".zh-CN").jpg"
        let jpeg = try codec.encode(picture, quality: 85, subsampling: .half)
        try FileAccess.write(jpeg.bytes, to: Checkout.file(name).path, replacing: true)
    }

    @Test("closing the window asks to close, and types nothing")
    func closed() throws {
        let window = try Self.window(.english)
        _ = window.pressed()
        Self.push {
            $0.type = SDL_WINDOWEVENT.rawValue
            $0.window.event = UInt8(SDL_WINDOWEVENT_CLOSE.rawValue)
        }
        let pressed = window.pressed()
        #expect(pressed.asksToClose && pressed.strokes.isEmpty && pressed.buttons.isEmpty)
        #expect(!window.pressed().asksToClose, "asked once")
        try window.check()
    }

    @Test("a display server that has gone is an error from then on, and asks for no end of the day")
    func gone() throws {
        // The stage leaves SDL as it is then.
        defer { SDL_Quit() }
        let window = try Self.window(.english)
        _ = window.pressed()
        try window.check()
        Self.push { $0.type = SDL_QUIT.rawValue }
        #expect(!window.pressed().asksToClose)
        for _ in 0..<2 {
            let error = #expect(throws: KioskError.self) { try window.check() }
            #expect(error?.code == .screenGone)
        }
    }

    @Test("a file that is dropped on the window is a path to read a code from, between students")
    func dropped() throws {
        let window = try Self.window(.english)
        _ = window.pressed()
        Self.push {
            $0.type = SDL_DROPFILE.rawValue
            $0.drop.file = SDL_strdup("/media/usb/code 1.png")
        }
        #expect(window.pressed().files == ["/media/usb/code 1.png"])
    }

    /// Something comes from the window system.
    private static func push(_ change: (inout SDL_Event) -> Void) {
        var event = SDL_Event()
        change(&event)
        #expect(SDL_PushEvent(&event) == 1)
    }

    @Test("between students a dropped file is read, else it is said that it cannot be now")
    func droppedFile() throws {
        for named in try Scenes.all() where named.scene.cameras == nil {
            var booth = named.scene.booth
            let keys = KeyReading.keys(ofFile: "a 1.png", booth)
            let actions = keys.flatMap { booth.step(.pressed($0), at: named.scene.time) }
            let isBetween = [
                "waiting", "morning", "lost", "guide", "stored", "foreign", "unread", "exporting",
            ]
            .contains(named.name)
            #expect(
                actions.last == (isBetween ? .readCodes(path: "a 1.png") : .notify(.keyNotNow))
                    || named.scene.booth.entry != nil, "\(named.name): \(actions)")
        }
    }

    @Test("F2 and F3 are the window's own: no key of the counter")
    func ownKeys() throws {
        let window = try Self.window(.english, views: .both)
        _ = window.pressed()
        for symbol in [SDLK_F2, SDLK_F3] {
            Self.push {
                $0.type = SDL_KEYDOWN.rawValue
                $0.key.keysym.sym = SDL_Keycode(symbol.rawValue)
            }
        }
        let pressed = window.pressed()
        #expect(pressed.commands == [.swapViews, .mute] && pressed.strokes.isEmpty)
        #expect(window.perform(.swapViews) == nil)
        #expect(window.perform(.mute) == .sound(isOn: false))
    }

    @Test(
        "on one display F2 shows the student's view while the student acts, and the operator's else"
    )
    func sharedDisplay() throws {
        let window = try Self.window(.english)
        _ = window.perform(.swapViews)
        for named in try Scenes.all() {
            let isStudents = window.picture(of: named.scene, notice: "", view: .student) != nil
            #expect(isStudents != named.scene.isAttendantNeeded, "\(named.name)")
        }
    }

    @Test("changed settings are seen at once: the picture turns round, the texts grow")
    func changed() throws {
        let scene = try #require(Scenes.all().first { $0.name == "seat" }).scene
        let window = try Self.window(.english)
        try Self.see(window, isEmpty: false)
        let live = { () throws -> (Photo, LiveView, Int) in
            let whole = try #require(window.picture(of: scene, notice: ""))
            let screen = try #require(window.screen)
            let view = try #require(
                screen.items.compactMap { if case .live(let live) = $0 { live } else { nil } }
                    .first)
            let size = Size(width: view.place.width, height: view.place.height)
            let name = screen.texts.first { $0.role == .name }?.size ?? 0
            return (whole.cropped(to: view.place, scaledTo: size), view, name)
        }
        let before = try live()
        window.apply(isMirrored: false, textScale: 1, volume: 0, studentDisplay: "")
        let turned = try live()
        #expect(before.1.isMirrored && !turned.1.isMirrored && turned.2 == before.2)
        #expect(Self.difference(before.0, turned.0).mean > 1)
        window.apply(isMirrored: true, textScale: 1.4, volume: 0, studentDisplay: "")
        #expect(try live().2 > before.2)
    }

    @Test("the preview is mirrored by its setting, the portrait never")
    func mirrored() throws {
        let scene = try #require(Scenes.all().first { $0.name == "review" }).scene
        var pictures: [Photo] = []
        for isMirrored in [true, false] {
            let window = try Self.window(.english, isMirrored: isMirrored)
            try Self.see(window, isEmpty: false)
            pictures.append(try #require(window.picture(of: scene, notice: "")))
        }
        let areas = ScreenAreas(Size(width: 1280, height: 720))
        let stage = Rect(x: 300, y: areas.stage.y + 20, width: 300, height: 400)
        let same = Size(width: 300, height: 400)
        let portraits = pictures.map { $0.cropped(to: stage, scaledTo: same) }
        #expect(Self.difference(portraits[0], portraits[1]).mean == 0)
        let screen = OperatorScreen(
            scene, notice: "", Looks.look(.english),
            size: Size(width: 1280, height: 720)
        ) { _, size, _ in Size(width: 1, height: size) }
        let places = screen.items.compactMap { item -> Rect? in
            if case .live(let live) = item { live.place } else { nil }
        }
        let preview = try #require(places.first)
        let size = Size(width: preview.width, height: preview.height)
        let (left, right) = (
            pictures[0].cropped(to: preview, scaledTo: size),
            pictures[1].cropped(to: preview, scaledTo: size)
        )
        #expect(Self.difference(left, right).mean > 3)
        let turned = Photo(size: size) { pixels in
            for index in 0..<size.width * size.height {
                let (x, y) = (index % size.width, index / size.width)
                for channel in 0..<3 {
                    pixels[3 * index + channel] =
                        right.pixels[3 * (y * size.width + size.width - 1 - x) + channel]
                }
            }
        }
        #expect(Self.difference(left, turned).mean < 1)
    }

    @Test("no full name and no full number is on any screen", arguments: Language.allCases)
    func masked(language: Language) throws {
        for named in try Scenes.all() {
            let line = BoothWords.screenLine(named.scene.booth, language, isKept: false)
            #expect(!line.contains("1101051949"), "\(named.name)")
            if let sitting = named.scene.booth.sitting {
                #expect(!BoothWords.number(of: sitting)[language].contains("0105"))
            }
        }
    }
}
