public import KioskCore

/// Makes a portrait of a picture: face, crop, scale, checks, file.
public struct PortraitMaker: Sendable {
    /// The rule to meet.
    public let rule: PortraitRule

    /// A maker for that rule.
    public init(rule: PortraitRule) { self.rule = rule }

    /// The portrait of the one face in a picture.
    ///
    /// It is made even where a check fails, with that verdict; not where there would be none to
    /// look at.
    ///
    /// - Parameters:
    ///   - name: the picture's name, for errors.
    ///   - longSide: the longer side of the reduced picture that is searched for faces.
    /// - Throws: `face.none`, `face.many`, `face.small` where a crop would have to be enlarged,
    ///   `size.*` where the file's window cannot be reached, `jpeg.codec`.
    public func portrait(
        of photo: Photo, name: String, longSide: Int = FaceAnalysis.stillLongSide,
        finder: borrowing FaceFinder, codec: borrowing JPEGCodec
    ) throws(KioskError) -> Portrait {
        let analysis = try FaceAnalysis.of(photo, longSide: longSide, finder: finder)
        let head = try oneHead(analysis, name)
        return try portrait(of: photo, head: head, name: name, codec: codec)
    }

    /// The portrait of a head whose place in the picture is known, in the picture's pixels.
    ///
    /// - Throws: `face.small`, `size.*`, `jpeg.codec`, as above.
    public func portrait(
        of photo: Photo, head: HeadGeometry, name: String, codec: borrowing JPEGCodec
    ) throws(KioskError) -> Portrait {
        let solver = CropSolver(rule: rule, picture: photo.size)
        guard let solution = solver.solve(head) else {
            throw tooSmall(name, "\(photo.size)")
        }
        // At the smallest crop a pixel is a pixel: a face far under the rule's width would have
        // to be enlarged. A little under is made, and fails its check.
        guard head.faceWidth >= 0.9 * rule.faceWidth.lowerBound else {
            throw tooSmall(name, "\(Int(head.faceWidth)) px")
        }
        let picture = photo.cropped(to: solution.crop, scaledTo: rule.size)
        return Portrait(
            rule: rule, crop: solution.crop, head: solution.head,
            checks: rule.checks(of: solution.head), jpeg: try file(of: picture, codec: codec),
            pixelDigest: SHA256.hex(picture.pixels))
    }

    /// The file of a finished picture: encoded into the rule's window, tagged.
    private func file(
        of picture: Photo, codec: borrowing JPEGCodec
    ) throws(KioskError) -> JPEG {
        try codec.encode(picture, into: SizeWindow(rule)).tagged(dpi: rule.dpi)
    }

    private func oneHead(_ analysis: FaceAnalysis, _ name: String) throws(KioskError)
        -> HeadGeometry
    {
        guard let head = analysis.heads.first else { throw KioskError(.faceNone, name) }
        guard analysis.heads.count == 1 else {
            throw KioskError(.faceMany, name, detail: "\(analysis.heads.count)")
        }
        return head.scaled(by: analysis.scale)
    }

    private func tooSmall(_ name: String, _ what: String) -> KioskError {
        KioskError(.faceSmall, name, detail: what)
    }
}
