public import KioskCore

extension JPEGCodec {
    /// The JPEG nearest to a picture whose length lies in the window.
    ///
    /// - Throws: `size.*` or `jpeg.codec`.
    public borrowing func encode(
        _ photo: Photo, into window: SizeWindow
    ) throws(KioskError) -> JPEG {
        try window.fit(pixels: photo.width * photo.height) {
            rung, subsampling throws(KioskError) in
            try self.encode(photo, rung.tables, subsampling: subsampling)
        } error: { jpeg throws(KioskError) in
            try self.decode(jpeg.bytes, name: "").squaredError(to: photo)
        }
    }
}
