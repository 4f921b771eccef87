/// What a saved picture may ask for, looked at before anything is allocated.
enum PictureLimits {
    /// Pictures over this many pixels are refused: nobody's camera makes them, and a few bytes
    /// could ask for all the memory there is.
    static let mostPixels = 120_000_000
    /// Pixels along a side that libheif may be asked for.
    static let mostSide = 32_768
    /// So many bytes a picture's file may have.
    static let mostBytes = 256 << 20
}
