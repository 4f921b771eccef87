import KioskCore

/// What `kiosk portrait` and `kiosk check` print of a picture.
struct PortraitReport: Encodable {
    let file: String
    let output: Nullable<String>
    let rule: String
    let faces = 1
    let crop: Rect
    let jpeg: FileFacts
    let geometry: Geometry
    let checks: [Check]
    let verdict: String
    private let language: Language

    private enum CodingKeys: CodingKey {
        case file, output, rule, faces, crop, jpeg, geometry, checks, verdict
    }

    struct FileFacts: Encodable {
        let bytes: Int
        let quality: Nullable<Int>
        let width: Int
        let height: Int
        let dpi: Nullable<Int>
        let subsampling: Nullable<String>

        /// The facts of a portrait that was made.
        init(_ portrait: Portrait) {
            bytes = portrait.jpeg.bytes.count
            quality = Nullable(portrait.jpeg.quality)
            width = portrait.rule.size.width
            height = portrait.rule.size.height
            dpi = Nullable(portrait.rule.dpi)
            subsampling = Nullable(portrait.jpeg.subsampling.rawValue)
        }

        /// The facts of a finished file, as far as it tells them.
        init(_ file: PortraitFile) {
            bytes = file.bytes
            quality = Nullable(file.quality)
            width = file.size.width
            height = file.size.height
            dpi = Nullable(file.dpi)
            subsampling = Nullable(nil)
        }
    }

    struct Geometry: Encodable {
        let hairTop: Nullable<Double>
        let eyes: [[Double]]
        let chin: [Double]
        let faceLeft: Double
        let faceRight: Double

        init(_ head: HeadGeometry) {
            hairTop = Nullable(head.hairTop.map(rounded))
            eyes = [head.leftEye, head.rightEye].map { [rounded($0.x), rounded($0.y)] }
            chin = [rounded(head.chin.x), rounded(head.chin.y)]
            faceLeft = rounded(head.faceLeft)
            faceRight = rounded(head.faceRight)
        }
    }

    struct Check: Encodable {
        let name: String
        let value: Nullable<Double>
        let unit: String
        let allowed: [Double]
        let verdict: String
        let advice: String

        init(_ check: PortraitCheck, _ language: Language) {
            name = check.name.rawValue
            value = Nullable(check.value.map { ($0 * 100).rounded() / 100 })
            unit = check.unit
            allowed = [check.allowed.lowerBound, check.allowed.upperBound]
            verdict = check.verdict.rawValue
            advice = check.advice[language]
        }
    }

    /// A report of a portrait that was made, or would be.
    init(file: String, output: String?, portrait: Portrait, language: Language) {
        self.file = file
        self.output = Nullable(output)
        rule = portrait.rule.name
        crop = portrait.crop
        jpeg = FileFacts(portrait)
        geometry = Geometry(portrait.head)
        checks = portrait.checks.map { Check($0, language) }
        verdict = portrait.verdict.rawValue
        self.language = language
    }

    /// A report of a finished portrait that was judged as it is.
    init(finished file: String, face: PreparedFace, file facts: PortraitFile, language: Language) {
        self.file = file
        output = Nullable(nil)
        rule = face.rule.name
        crop = Rect(x: 0, y: 0, width: facts.size.width, height: facts.size.height)
        jpeg = FileFacts(facts)
        geometry = Geometry(face.head)
        let found = face.checks
        checks = found.map { Check($0, language) }
        verdict = Verdict.worst(of: found.map(\.verdict)).rawValue
        self.language = language
    }

    /// The same for people, a line a check.
    var text: String {
        let lines = checks.map(line)
        let quality = jpeg.quality.value.map { ", q\($0)" } ?? ""
        let head =
            "\(output.value ?? file): \(jpeg.width)x\(jpeg.height), \(jpeg.bytes) bytes\(quality), "
            + "\(verdict)"
        return ([head] + lines).joined(separator: "\n")
    }

    private func line(_ check: Check) -> String {
        let title = CheckWords.title(CheckName(rawValue: check.name))[language]
        let verdict = Verdict(rawValue: check.verdict).map(CheckWords.title)?[language] ?? ""
        var parts = ["  \(title):"]
        if let value = check.value.value {
            parts += ["\(value)", check.unit, "(\(check.allowed[0])–\(check.allowed[1]))"]
        }
        return (parts + [verdict, check.advice]).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A length for reports: to a tenth of a pixel.
private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
