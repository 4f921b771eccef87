import Foundation
import TestSupport
import Testing

@testable import KioskCore

/// The one table of keys, and those who follow it.
struct KeyCommandTests {
    @Test("a character gives one command, and a command has one character")
    func distinct() {
        #expect(Set(KeyCommand.all.map(\.character)).count == KeyCommand.all.count)
        #expect(Set(KeyCommand.all.map(\.key)).count == KeyCommand.all.count)
    }

    @Test("no command is a character that an ID number can begin with")
    func noNumber() {
        for command in KeyCommand.all {
            #expect(!command.character.isNumber && !"hm".contains(command.character))
        }
    }

    @Test("every character of the table gives its command, in capitals too")
    func read() {
        for command in KeyCommand.all {
            for text in [String(command.character), command.character.uppercased()] {
                #expect(KeyReading.keys(of: text, .keys) == [command.key], "\(text)")
            }
        }
    }

    @Test("every button's key is read as what the button does")
    func buttons() throws {
        for named in try Scenes.all() + [Scenes.automatic()] {
            for button in ButtonWords.all(named.scene.booth) {
                let typed =
                    ["space": " ", "Enter": "\n", "Esc": "\u{1B}"][button.cap.en]
                    ?? button.cap.en
                #expect(KeyReading.keys(of: typed, .keys) == [button.key], "\(named.name)")
            }
        }
    }

    @Test("no state has a key on two buttons, nor more than one primary, which is the first")
    func primary() throws {
        for named in try Scenes.all() + [Scenes.automatic()] {
            let buttons = ButtonWords.all(named.scene.booth)
            #expect(Set(buttons.map(\.key)).count == buttons.count, "\(named.name)")
            let isElsewhere = buttons.dropFirst().contains(where: \.isPrimary)
            #expect(!isElsewhere, "\(named.name)")
        }
    }

    @Test("the manual page has every key with what it does")
    func manual() throws {
        let page = try String(contentsOf: Checkout.file("docs/kiosk.1"), encoding: .utf8)
        let keys =
            KeyCommand.all.map { ($0.cap.en, $0.purpose.en) }
            + WindowCommand.allCases.map { ($0.cap, $0.purpose.en) }
        for (cap, purpose) in keys {
            #expect(page.contains(".TP\n.B \(cap)\n\(purpose)\n"), "\(cap)")
        }
    }

    @Test("both READMEs name every key", arguments: ["README.md", "README.zh-CN.md"])
    func readme(name: String) throws {
        let text = try String(contentsOf: Checkout.file(name), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        for command in KeyCommand.all {
            let marks = command.character == " " ? ["space", "空格"] : ["`\(command.character)`"]
            let isNamed = rows.contains { row in marks.contains { row.contains($0) } }
            #expect(isNamed, "\(command.character)")
        }
        for command in WindowCommand.allCases {
            #expect(rows.contains { $0.contains("`\(command.cap)`") }, "\(command.cap)")
        }
    }
}
