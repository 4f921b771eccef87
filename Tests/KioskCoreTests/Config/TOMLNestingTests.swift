import Testing

@testable import KioskCore

struct TOMLNestingTests {
    private static func place(_ text: String) -> String? {
        TOMLNesting.tooDeep(Array(text.utf8)).map { "\($0.line):\($0.column)" }
    }

    private static let steps = (0..<10).map { "k\($0)" }.joined(separator: ".")

    @Test(
        "a key of many steps is found wherever a key can stand",
        arguments: [
            "a = 1\n\(steps) = 1", "a = 1\n[\(steps)]", "a = 1\n[[\(steps)]]",
            "a = 1\nb = { \(steps) = 1 }",
            "a = 1\nb = [ { \(steps) = 1 } ]", "a = 1\n\(steps.replacing(".", with: " . ")) = 1",
            "a = 1\n\(steps.replacing("k3", with: "\"k.3\"").replacing("k5", with: "'k'")) = 1",
            "a = \"\"\"\n\\\"\"\"\" # x\n\(steps) = 1", "# no string: '\n\(steps) = 1",
        ])
    func deep(text: String) throws {
        #expect(try #require(Self.place(text)).hasPrefix(text.contains("\"\"\"") ? "3:" : "2:"))
    }

    @Test(
        "what only looks like one is none",
        arguments: [
            "# \(steps)", "a = \"\(steps)\"", "a = '\(steps)'", "a = \"\"\"\n\(steps)\n\"\"\"",
            "a = '''\n\(steps)'''", "a = \"\\\"\(steps)\"",
            "a = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]",
            "a.b.c.d.e.f.g.h.i = 1", "", ".", "'", "\"\"\"",
        ])
    func shallow(text: String) {
        #expect(Self.place(text) == nil)
    }

    @Test(
        "a quote more at the end of a long string hides nothing behind it", arguments: ["\"", "'"])
    func longString(quote: String) {
        let deep = String(repeating: "a.", count: 20) + "a = 1"
        for more in 3...5 {
            let string =
                String(repeating: quote, count: 3) + "x" + String(repeating: quote, count: more)
            #expect(TOMLNesting.tooDeep(Array("b = [ \(string), { \(deep) } ]".utf8)) != nil)
        }
    }
}
