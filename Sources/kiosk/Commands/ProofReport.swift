import KioskCore
import KioskIO

/// What `kiosk check --proof` prints of a stored portrait.
struct ProofReport: Encodable {
    let session: String
    let sequence: Int
    let rule: String
    let crop: Rect
    let profile: Nullable<String>
    let colours: Nullable<String>
    let pixels: Nullable<Comparison>
    let file: Nullable<Comparison>
    let proven: Bool

    struct Comparison: Encodable {
        let stored: String
        let recomputed: String
        let equal: Bool
    }

    /// The report of a proof.
    init(session: String, sequence: Int, _ proof: PortraitProof) {
        self.session = session
        self.sequence = sequence
        rule = proof.recipe.rule
        crop = proof.recipe.crop
        profile = Nullable(proof.recipe.colours?.profileDigest)
        colours = Nullable(proof.recipe.colours?.engine)
        pixels = Nullable(
            proof.pixels.map {
                Comparison(stored: $0.stored, recomputed: $0.recomputed, equal: $0.isEqual)
            })
        file = Nullable(
            proof.file.map {
                Comparison(
                    stored: $0.stored, recomputed: $0.recomputed,
                    equal: $0.isEqual && proof.isFileAsNoted)
            })
        proven = proof.isProven
    }

    /// The same for people.
    func text(_ language: Language) -> String {
        let place = "\(crop.width)x\(crop.height)+\(crop.x)+\(crop.y)"
        let head = "\(session) \(sequence): \(rule), \(place)"
        guard let file = file.value else { return head }
        let colours = colours.value.map { [ProofWords.colours($0)] } ?? []
        let first =
            pixels.value.map { [ProofWords.pixels(isEqual: $0.equal), $0.words] }
            ?? [ProofWords.fileOnly]
        let lines = colours + first + [ProofWords.file(isEqual: file.equal), file.words]
        return ([head] + lines.map { $0[language] }).joined(separator: "\n")
    }

    /// Why it is not proven; nil where it is.
    func error(_ language: Language) -> KioskError? {
        guard !proven else { return nil }
        return KioskError(.proofDiffers, "\(sequence)", detail: reason[language])
    }

    private var reason: Phrase {
        guard file.value != nil else { return ProofWords.differs.original }
        return switch pixels.value?.equal {
        case true?: ProofWords.differs.file
        case false?: pixelReason
        case nil: ProofWords.differs.oldFile
        }
    }
}

extension ProofReport {
    /// Another version of the colours' library may give other pixels.
    private var pixelReason: Phrase {
        let now = FrameDecoder.colourEngine
        guard let then = colours.value, then != now else { return ProofWords.differs.pixels }
        return ProofWords.differs.colours.filled(["then": then, "now": now])
    }
}

extension ProofReport.Comparison {
    /// Both digests.
    fileprivate var words: Phrase {
        ProofWords.digests(stored: stored, recomputed: recomputed)
    }
}
