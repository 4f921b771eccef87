import Foundation
import TestSupport

/// A program that reads codes from picture files.
struct CodeProgram: Sendable {
    let name: String
    private let command: [String]
    private let parse: @Sendable (String) -> [String: [String]]

    /// Those that are compared.
    static let all = [
        CodeProgram(name: "kiosk", command: [Program.kiosk, "scan", "--json"], parse: scanned),
        CodeProgram(
            name: "zbarimg",
            command: ["/usr/bin/zbarimg", "-q", "--xml", "-Sdisable", "-Sqrcode.enable"],
            parse: listed),
        CodeProgram(
            name: "ZXingReader",
            command: ["/usr/bin/ZXingReader", "-format", "QRCode"], parse: printed),
    ]

    /// The texts in each file.
    ///
    /// - Throws: where the program cannot be started.
    func read(_ files: [String]) throws -> [String: [String]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst()) + files
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return parse(String(decoding: bytes, as: UTF8.self))
    }

    /// A JSON object a line.
    @Sendable private static func scanned(_ output: String) -> [String: [String]] {
        struct Line: Decodable {
            struct Code: Decodable { let text: String? }
            let file: String
            let codes: [Code]
        }
        let lines = output.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        return Dictionary(
            lines.map { ($0.file, $0.codes.map { $0.text ?? "" }) }
        ) { first, _ in first }
    }

    /// XML: a source with its symbols.
    @Sendable private static func listed(_ output: String) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for source in output.components(separatedBy: "<source href='").dropFirst() {
            let file = String(source.prefix { $0 != "'" })
            texts[file] = source.components(separatedBy: "<![CDATA[").dropFirst().map { data in
                data.components(separatedBy: "]]>")[0]
            }
        }
        return texts
    }

    /// `File:`, then `Text:` in quotation marks, for each code.
    @Sendable private static func printed(_ output: String) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for block in output.components(separatedBy: "File: ").dropFirst() {
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
            guard let file = lines.first, let text = block.range(of: "\nText: ") else { continue }
            let rest = block[text.upperBound...].drop { $0 == " " || $0 == "\"" }
            let end = rest.range(of: "\"\nBytes")?.lowerBound ?? rest.endIndex
            let name = String(file).trimmingCharacters(in: .whitespaces)
            if !rest[..<end].isEmpty { texts[name, default: []].append(String(rest[..<end])) }
        }
        return texts
    }
}
