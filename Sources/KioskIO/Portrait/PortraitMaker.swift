public import KioskCore

/// Makes a portrait of a picture: face, crop, scale, checks, file.
public struct PortraitMaker: Sendable {
    /// The rule to meet.
    public let rule: PortraitRule

    /// The lens of the camera that took the picture; nil where it is not known.
    public let lens: CameraLens?

    /// A maker for that rule.
    public init(rule: PortraitRule, lens: CameraLens? = nil) {
        (self.rule, self.lens) = (rule, lens)
    }

    /// The portrait of the one face in a picture.
    ///
    /// It is made even where a check fails, with that verdict; not where there would be none to
    /// look at.
    ///
    /// - Parameters:
    ///   - name: the picture's name, for errors.
    ///   - longSide: the longer side of the reduced picture that is searched for faces.
    /// - Throws: `face.none`, `face.framing` where the picture's edge cuts the only face, `face.many`,
    ///   `face.small` where a crop would have to be enlarged,
    ///   `size.*` where the file's window cannot be reached, `jpeg.codec`.
    public func portrait(
        of photo: Photo, name: String, longSide: Int = FaceAnalysis.stillLongSide,
        finder: borrowing FaceFinder, encoder: borrowing PortraitEncoder
    ) throws(KioskError) -> Portrait {
        let analysis = try FaceAnalysis.of(photo, longSide: longSide, finder: finder)
        let head = try oneHead(analysis, name)
        return try portrait(
            of: photo, head: head, faces: 1 + analysis.cutFaces, name: name, finder: finder,
            encoder: encoder)
    }

    /// What the checks say of a finished portrait: a picture of the rule's own size is judged as it
    /// is.
    ///
    /// - Parameter file: what its file says of itself.
    /// - Throws: `face.none`, `face.many`.
    public func judge(
        finished photo: Photo, file: PortraitFile, name: String, finder: borrowing FaceFinder
    ) throws(KioskError) -> PreparedFace {
        let analysis = try FaceAnalysis.of(
            photo, longSide: FaceAnalysis.stillLongSide, finder: finder)
        let head = try oneHead(analysis, name)
        var face = try prepared(photo, head: head, name: name, finder: finder)
        face.faces = 1 + analysis.cutFaces
        face.file = file
        return face
    }

    /// The portrait of a head whose place in the picture is known, in the picture's pixels.
    ///
    /// - Throws: `face.none`, `face.small`, `size.*`, `jpeg.codec`, as above.
    public func portrait(
        of photo: Photo, head: HeadGeometry, faces: Int = 1, name: String,
        sharpest: Double? = nil,
        finder: borrowing FaceFinder, encoder: borrowing PortraitEncoder
    ) throws(KioskError) -> Portrait {
        // At the smallest crop a pixel is a pixel: a face far under the rule's width would have
        // to be enlarged. A little under is made, and fails its check.
        guard head.faceWidth >= 0.9 * rule.faceWidth.lowerBound else {
            throw tooSmall(name, "\(Int(head.faceWidth)) px")
        }
        let cut = try bestCut(photo, head, name, finder, encoder)
        let (crop, jpeg) = (cut.crop, cut.encoded.jpeg)
        var face = cut.face
        face.sourceScale = Double(crop.width) / Double(rule.size.width)
        if let lens { face.measureDistance(lens, source: photo.size, crop: crop) }
        face.sharpest = sharpest
        face.faces = faces
        face.file = PortraitFile(
            bytes: jpeg.bytes.count, quality: jpeg.quality, size: rule.size, dpi: rule.dpi)
        return Portrait(
            rule: rule, crop: crop, head: face.head, checks: face.checks, jpeg: jpeg,
            pixelDigest: cut.encoded.pixelDigest)
    }

    /// A portrait's pixels, their place in the picture, the face that is seen in them, and their file.
    private struct Cut {
        let picture: Photo
        let crop: Rect
        let face: PreparedFace
        let encoded: PortraitEncoder.Encoded

        /// Whether hair is seen there, and not where the rule wants its top.
        var hasWrongHairTop: Bool {
            face.head.hairTop != nil
                && face.checks.contains { $0.name == .hairTop && $0.verdict == .fail }
        }

        /// The head as the portrait's own pixels show it, in px of the picture.
        var head: HeadGeometry {
            let scale = Double(crop.width) / Double(picture.width)
            return face.head.mapped {
                $0 * scale + Double(crop.x)
            } y: {
                $0 * scale + Double(crop.y)
            }
        }
    }

    /// The portrait's pixels; cut once more where they show another hair top than the whole picture did, in
    /// which more lies about a head that can be taken for hair, and that helps.
    private func bestCut(
        _ photo: Photo, _ head: HeadGeometry, _ name: String, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws(KioskError) -> Cut {
        let first = try cut(photo, head, name, finder, encoder)
        guard first.hasWrongHairTop else { return first }
        let second = try cut(photo, first.head, name, finder, encoder)
        return second.hasWrongHairTop ? first : second
    }

    private func cut(
        _ photo: Photo, _ head: HeadGeometry, _ name: String, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws(KioskError) -> Cut {
        guard let solution = CropSolver(rule: rule, picture: photo.size).solve(head) else {
            throw tooSmall(name, "\(photo.size)")
        }
        let picture = scaled(photo, to: solution.crop)
        let (encoded, face) = try encoder.file(of: picture, rule) { () throws(KioskError) in
            try prepared(picture, head: solution.head, name: name, finder: finder)
        }
        return Cut(picture: picture, crop: solution.crop, face: face, encoded: encoded)
    }

    /// The portrait's pixels, the lower half of them worked out beside the upper.
    private func scaled(_ photo: Photo, to crop: Rect) -> Photo {
        let (size, half) = (rule.size, rule.size.height / 2)
        let lower = Beside { photo.cropped(to: crop, scaledTo: size, rows: half..<size.height) }
        let upper = photo.cropped(to: crop, scaledTo: size, rows: 0..<half)
        return Photo(size: size, pixels: upper.pixels + lower.wait().pixels)
    }

    /// The face of a finished portrait, whose head was found in the picture it was made of: its points,
    /// irises and hair top are looked for anew among its own pixels.
    ///
    /// - Throws: `face.none` where no face is there any more.
    private func prepared(
        _ picture: Photo, head: HeadGeometry, name: String, finder: borrowing FaceFinder
    ) throws(KioskError) -> PreparedFace {
        guard let mesh = try finder.mesh(of: head, in: picture) else {
            throw KioskError(.faceNone, name)
        }
        var exact = HeadGeometry(mesh: mesh)
        let background = Background(picture, about: exact)
        exact.hairTop = head.hairTop
        if let backdrop = background.model,
            let top = HairTop.find(in: picture, head: exact, before: backdrop)
        {
            exact.hairTop = top
        }
        // The longest of the measures, beside all others.
        let marks = Beside { [exact] in
            ForeignMarks(picture, head: exact, background: background)
        }
        let gray = picture.gray()
        var face = PreparedFace(
            picture, gray: gray, crop: (0, 0, Double(picture.width)), head: exact,
            mesh: mesh, irises: try finder.irises(of: mesh, in: picture), background: background,
            rule: rule)
        face.detail = FineDetail.share(in: gray, exact)
        face.marks = marks.wait()
        return face
    }

    private func oneHead(_ analysis: FaceAnalysis, _ name: String) throws(KioskError)
        -> HeadGeometry
    {
        guard let head = analysis.heads.first else {
            throw KioskError(analysis.cutFaces > 0 ? .faceFraming : .faceNone, name)
        }
        guard analysis.heads.count == 1 else {
            throw KioskError(.faceMany, name, detail: "\(analysis.heads.count)")
        }
        return head.scaled(by: analysis.scale)
    }

    private func tooSmall(_ name: String, _ what: String) -> KioskError {
        KioskError(.faceSmall, name, detail: what)
    }
}
