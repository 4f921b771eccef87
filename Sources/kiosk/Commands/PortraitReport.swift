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

        /// The facts of a finished file, as far as it tells them; nil where it is no JPEG of that
        /// size.
        init?(finished file: [UInt8], size: Size) {
            guard let header = JPEGHeader(parsing: file), header.size == size else { return nil }
            bytes = file.count
            quality = Nullable(nil)
            width = size.width
            height = size.height
            dpi = Nullable(header.density?.x)
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
            value = Nullable(check.value.map(rounded))
            unit = check.unit
            allowed = [check.allowed.lowerBound, check.allowed.upperBound]
            verdict = check.verdict.rawValue
            advice = check.advice[language]
        }
    }

    /// A report of a portrait.
    ///
    /// - Parameter finished: the facts of the judged file itself, where it is a finished portrait.
    init(
        file: String, output: String?, portrait: Portrait, finished: FileFacts? = nil,
        language: Language
    ) {
        self.file = file
        self.output = Nullable(output)
        rule = portrait.rule.name
        crop = portrait.crop
        jpeg = finished ?? FileFacts(portrait)
        geometry = Geometry(portrait.head)
        checks = portrait.checks.map { Check($0, language) }
        verdict = portrait.verdict.rawValue
        self.language = language
    }

    /// The same for people, a line a check.
    var text: String {
        let lines = checks.map { check in
            let value = check.value.value.map { "\($0)" } ?? "–"
            let title = CheckWords.title(CheckName(rawValue: check.name))[language]
            let verdict = Verdict(rawValue: check.verdict).map(CheckWords.title)?[language] ?? ""
            return "  \(title): \(value) \(check.unit) "
                + "(\(check.allowed[0])–\(check.allowed[1])) \(verdict) \(check.advice)"
        }
        let quality = jpeg.quality.value.map { ", q\($0)" } ?? ""
        let head =
            "\(output.value ?? file): \(jpeg.width)x\(jpeg.height), \(jpeg.bytes) bytes\(quality), "
            + "\(verdict)"
        return ([head] + lines).joined(separator: "\n")
    }
}

/// A length for reports: to a tenth of a pixel.
private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
