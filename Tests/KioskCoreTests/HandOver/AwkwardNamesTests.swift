import TestSupport
import Testing

@testable import KioskCore

/// What becomes of two hundred awkward names.
struct AwkwardNamesTests {
    /// Portraits whose classes have these names.
    static func portraits() -> [StoredPortrait] {
        AwkwardNames.all.enumerated().map { index, name in
            let digits = String(index, radix: 16)
            var portrait = Sample.portrait(index + 1, of: name)
            portrait.codeDigest = digits + String(repeating: "0", count: 64 - digits.count)
            return portrait
        }
    }

    @Test("two hundred awkward names have files of their own whatever reader compares them")
    func unique() throws {
        let session = HandOverSession(
            name: try SessionName("day"), portraits: Self.portraits())
        let trees = [
            Layout.Tree(folder: "", file: "{class}"),
            Layout.Tree(folder: "{class}", file: "{class}"),
            Layout.Tree(folder: "班/{class}", file: "x"),
        ].compactMap { $0 }
        let order = HandOverOrder([session], layouts: [Layout(name: "own", trees: trees)])
        let plan = try HandOverPlan.volumes(of: order, from: SampleSource())[0]
        #expect(AwkwardNames.all.count == 200 && plan.files.count(where: Self.isPhoto) == 600)
        let folded = plan.files.map { $0.path.uppercased().lowercased() }
        #expect(Set(folded).count == folded.count)
        let folders = Set(folded.flatMap { path in Self.above(path) })
        #expect(folders.isDisjoint(with: folded), "no folder is called as a file is")
        for file in plan.files where Self.isPhoto(file) {
            for part in file.path.split(separator: "/") { Self.check(String(part)) }
        }
    }

    private static func isPhoto(_ file: HandOverFile) -> Bool {
        if case .portrait = file.content { true } else { false }
    }

    private static func above(_ path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    }

    private static func check(_ part: String) {
        #expect(part.utf16.count <= 64 && part.utf8.count <= 250, "\(part)")
        #expect(!part.hasPrefix(".") && !part.hasSuffix(".") && !part.hasSuffix(" "), "\(part)")
        #expect(!part.contains { "/\\:*?\"<>|;".contains($0) }, "\(part)")
        #expect(!part.unicodeScalars.contains { Sample.acts($0) }, "\(part)")
        let stem = part.prefix { $0 != "." }.uppercased()
        #expect(!["CON", "PRN", "AUX", "NUL", "COM1", "LPT1"].contains(stem), "\(part)")
    }
}
