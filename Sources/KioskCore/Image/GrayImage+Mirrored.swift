extension GrayImage {
    /// The strip of that many columns at the picture's left or right side, `inset` columns from its
    /// edge, with its mirror image put to that side: `2 × columns` wide. For looking only; no portrait
    /// is made of it.
    public func mirrored(at isLeft: Bool, from inset: Int, columns: Int) -> GrayImage {
        GrayImage(size: Size(width: 2 * columns, height: height)) { output in
            for row in 0..<height {
                for column in 0..<columns {
                    let place = inset + column
                    let source = row * width + (isLeft ? place : width - 1 - place)
                    output[row * 2 * columns + columns + column] = pixels[source]
                    output[row * 2 * columns + columns - 1 - column] = pixels[source]
                }
            }
        }
    }
}
