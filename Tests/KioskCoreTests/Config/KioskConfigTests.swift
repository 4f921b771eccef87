import Testing

@testable import KioskCore

struct KioskConfigTests {
    private static func entry(_ path: String, _ value: ConfigValue, line: Int = 3) -> ConfigEntry {
        ConfigEntry(path: path, value: value, line: line, column: 1)
    }

    private static func error(_ entries: [ConfigEntry]) -> KioskError? {
        do {
            _ = try KioskConfig(entries: entries, file: "kiosk.conf")
            return nil
        } catch { return error }
    }

    @Test("every key's own default is allowed and changes nothing")
    func defaults() throws {
        let entries = ConfigKey.all.enumerated().map { Self.entry($1.path, $1.fallback, line: $0) }
        #expect(try KioskConfig(entries: entries, file: "kiosk.conf") == KioskConfig())
    }

    @Test(
        "a wrong line is named with line, key and what is allowed",
        arguments: [
            ("codes.rat", ConfigValue.whole(3), KioskError.Code.configUnknown, "codes.rate"),
            ("codes.rate", .text("x"), .configType, "whole number"),
            ("codes.rate", .whole(0), .configRange, "1 … 60"),
            ("codes.rate", .number(2.5), .configType, "whole number"),
            ("booth.ready_for", .number(9), .configRange, "0.1 … 5.0"),
            ("booth.ready_for", .number(.nan), .configRange, "0.1 … 5.0"),
            ("ui.language", .text("fr"), .configRange, "\"zh\""),
            ("screen.mirror", .whole(1), .configType, "true or false"),
        ])
    func wrong(path: String, value: ConfigValue, code: KioskError.Code, says: String) {
        let error = Self.error([Self.entry(path, value)])
        #expect(error?.code == code)
        #expect(error?.exitStatus == 78)
        #expect(error?.subject == "kiosk.conf:3 \(path)")
        #expect(error?.message(.english).contains(says) == true)
    }

    @Test("keys of earlier versions are told with their line and change nothing else")
    func retired() throws {
        let entries = [
            Self.entry("face", .table, line: 2),
            Self.entry("face.landmarks", .flag(false), line: 3),
            Self.entry("face.model", .text("/x.dat"), line: 4),
        ]
        var config = try KioskConfig(entries: entries, file: "kiosk.conf")
        #expect(config.retiredKeys == ["kiosk.conf:3 face.landmarks", "kiosk.conf:4 face.model"])
        config.retiredKeys = []
        #expect(config == KioskConfig())
        #expect(Self.error([Self.entry("face.models", .text("x"))])?.code == .configUnknown)
    }

    @Test("glasses that come off come off by every rule, and the counter asks for it")
    func glasses() throws {
        let entry = Self.entry("portrait.glasses", .text("off"))
        let config = try KioskConfig(entries: [entry], file: "kiosk.conf")
        #expect(try config.rule(named: "chsi-white").glasses == .off)
        #expect(config.booth.glasses == .off)
        #expect(try KioskConfig().rule(named: "chsi-white") == .chsiWhite)
    }

    @Test("a whole number is taken for one with a fraction")
    func whole() throws {
        let config = try KioskConfig(entries: [Self.entry("booth.ready_for", .whole(2))], file: "f")
        #expect(config.booth.readyFor == 2)
    }

    @Test("a rule of one's own begins as its base")
    func ownRule() throws {
        let config = try KioskConfig(
            entries: [
                Self.entry("rule", .array), Self.entry("rule[0]", .table),
                Self.entry("rule[0].name", .text("small")),
                Self.entry("rule[0].base", .text("chsi-white")),
                Self.entry("rule[0].bytes", .array), Self.entry("rule[0].bytes[0]", .whole(30_720)),
                Self.entry("rule[0].bytes[1]", .whole(40_000)),
            ], file: "f")
        let rule = try config.rule(named: "small")
        #expect(rule.bytes == 30_720...40_000)
        #expect(rule.backdrop == PortraitRule.chsiWhite.backdrop)
        #expect(rule.eyes == 200...300)
    }

    @Test("an empty window is an error of the configuration")
    func emptyWindow() {
        let error = Self.error([
            Self.entry("rule[0].name", .text("x")), Self.entry("rule[0].bytes", .array),
            Self.entry("rule[0].bytes[0]", .whole(40_000)),
            Self.entry("rule[0].bytes[1]", .whole(40_000)),
        ])
        #expect(error?.code == .configRange)
    }

    @Test(
        "a file's name has only fields that there are, each brace its other one",
        arguments: [
            ("{id}", true), ("{school}-{student}-{sequence}_{code}", true), ("foto", true),
            ("{name}", false), ("{id", false), ("id}", false), ("{}", false), ("{i{d}}", false),
            ("{ID}", false), ("{id }", false),
        ])
    func naming(template: String, isRight: Bool) {
        let error = Self.error([Self.entry("naming.file", .text(template))])
        #expect((error == nil) == isRight)
        guard !isRight else { return }
        #expect(error?.code == .configRange && error?.exitStatus == 78)
        #expect(error?.detail.contains("{school}") == true)
    }

    @Test(
        "a studio that cannot be is no camera, and none is none",
        arguments: [
            ("studio", true), ("studio:7", true), ("studio:7:350", true), ("/dev/video0", true),
            ("studios", true), ("studio:abc", false), ("studio:1:0", false), ("studio:", false),
            ("studio:1:2:3", false), ("", false),
        ])
    func studio(source: String, isRight: Bool) {
        let error = Self.error([Self.entry("camera.source", .text(source))])
        #expect((error == nil) == isRight)
        #expect(isRight || error?.exitStatus == 78)
    }

    @Test("a rule that there is not is an error that lists those there are")
    func unknownRule() {
        let error = Self.error([Self.entry("portrait.rule", .text("chis"))])
        #expect(error?.code == .configRule)
        #expect(error?.detail.contains("chsi-white") == true)
    }

    @Test(
        "distances between texts",
        arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("ab", "ba", 2)])
    func distance(first: String, second: String, distance: Int) {
        #expect(editDistance(first, second) == distance)
    }
}
