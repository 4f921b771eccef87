import KioskCore
import KioskIO
import TestSupport

/// Every check on pictures of real people, degraded in five known grades: whether its value follows the
/// grade, and whether it says at each what a careful person says.
struct GradesBench {
    func run() throws {
        guard Corpus.isThere else { return print("grades: \(Corpus.reason)\n") }
        let people = try Self.people()
        print("grades: \(people.count) real people × 5 grades of each fault")
        let lines = inParallel(Degradation.all.count) { index in
            let fault = Degradation.all[index]
            return Self.line(fault, people.flatMap { Self.judged($0.name, $0.person, fault) })
        }
        lines.forEach { print("  " + $0) }
        print("")
    }

    /// One grade of one person.
    private struct Sample {
        let person: String
        let grade: Int
        let value: Double?
        /// A verdict, or the code of an error.
        let said: String
    }

    private static func people() throws -> [(name: String, person: RealPerson)] {
        let finder = try FaceFinder()
        return try Corpus.table("portraits/faces.tsv")
            .filter { $0["category"] == "frontal-studio" }
            .compactMap { line in
                let photo = try PictureFile.load(Corpus.path("portraits/img/\(line["file"] ?? "")"))
                guard let person = try RealPerson(photo, finder: finder) else { return nil }
                return (line["file"] ?? "", person)
            }
    }

    private static func judged(
        _ name: String, _ person: RealPerson, _ fault: Degradation
    ) -> [Sample] {
        guard let finder = try? FaceFinder() else { return [] }
        let encoder = PortraitEncoder()
        let wall = person.wallCode
        let rule = PortraitRule.chsi.changed { $0.backdrop = wall }
        return fault.grades.indices.map { grade in
            let photo = fault.apply(person, fault.grades[grade])
            do throws(KioskError) {
                let portrait = try PortraitMaker(rule: rule).portrait(
                    of: photo, name: "", finder: finder, encoder: encoder)
                let check = portrait.checks.first { $0.name == fault.check }
                return Sample(
                    person: name, grade: grade, value: check?.value,
                    said: check?.verdict.rawValue ?? "none")
            } catch {
                return Sample(person: name, grade: grade, value: nil, said: error.code.rawValue)
            }
        }
    }

    private static func line(_ fault: Degradation, _ samples: [Sample]) -> String {
        let measured = samples.filter { $0.value != nil }
        let order = rankCorrelation(
            measured.map { Double($0.grade) }, measured.map { $0.value ?? 0 })
        // People's own shoulders slope, and their eyes are not equally wide: each by itself as well.
        let own = Dictionary(grouping: measured, by: \.person).values.filter { $0.count > 2 }.map {
            rankCorrelation($0.map { Double($0.grade) }, $0.map { $0.value ?? 0 })
        }
        let within = own.reduce(0, +) / Double(max(1, own.count))
        let counted = samples.filter { fault.said[$0.grade] != .either }
        let right = counted.count { isRight($0.said, fault.said[$0.grade]) }
        let wrong = counted.filter { !isRight($0.said, fault.said[$0.grade]) }
            .map { "\($0.person) at \(hundredths(fault.grades[$0.grade])): \($0.said)" }
        let grades = fault.grades.indices.map { grade in
            let own = samples.filter { $0.grade == grade }
            let values = own.compactMap(\.value).sorted()
            let middle = values.isEmpty ? "–" : short(values[values.count / 2])
            return "\(hundredths(fault.grades[grade])): \(middle) \(said(own))"
        }
        return
            "\(fault.name) → \(fault.check.rawValue): rank \(hundredths(fault.isFalling ? -order : order))"
            + " (each person by itself \(hundredths(fault.isFalling ? -within : within)))"
            + ", right \(right) of \(counted.count)\n      " + grades.joined(separator: "  ")
            + (wrong.isEmpty ? "" : "\n      wrong: " + wrong.joined(separator: ", "))
    }

    private static func said(_ samples: [Sample]) -> String {
        Dictionary(grouping: samples, by: \.said).sorted { $0.key < $1.key }
            .map { "\($0.value.count) \($0.key)" }.joined(separator: " ")
    }

    private static func isRight(_ verdict: String, _ said: Degradation.Said) -> Bool {
        switch said {
        case .fine: verdict == "pass"
        case .either: true
        case .fault: !["pass", "not assessed", "none"].contains(verdict)
        }
    }
}
