/// What a saved picture may ask for, looked at before anything is allocated: a few bytes could ask for all the memory
/// there is. A whole run of the program stays under 300 MB (`HostileFolderTests`).
enum PictureLimits {
    #if KIOSK_FUZZ
        // A fuzzer would spend its time on large pictures of nothing.
        static let mostPixels = 1_000_000
        static let mostWholeBytes = 3 * 500_000
        static let mostOtherPixels = mostPixels
        static let mostHEIFPixels = mostPixels
    #else
        /// JPEG over this many pixels are refused: nobody's camera makes them.
        static let mostPixels = 120_000_000
        /// A JPEG of more bytes of pixels is decoded at half its size, which is still several times that of any
        /// portrait.
        static let mostWholeBytes = 3 * 32_000_000
        /// Pictures of other kinds over this many pixels are refused: they cannot be decoded smaller.
        static let mostOtherPixels = 28_000_000
        /// The same of HEIC and AVIF, of which libheif holds a copy of its own.
        static let mostHEIFPixels = 25_000_000
    #endif
    /// Pixels along a side that libheif may be asked for.
    static let mostSide = 32_768
    /// So many bytes a picture's file may have.
    static let mostBytes = 64 << 20
}
