import KioskCore
import Testing

struct PhotoErrorTests {
    @Test("the error of two pictures is the mean of the squares, whichever is lighter")
    func error() {
        let size = Size(width: 100, height: 50)
        let zeros = [UInt8](repeating: 0, count: 14_999)
        let dark = Photo(size: size, pixels: zeros + [0])
        let one = Photo(size: size, pixels: zeros + [30])
        let light = Photo(size: size, pixels: [UInt8](repeating: 255, count: 15_000))
        #expect(dark.squaredError(to: dark) == 0)
        #expect(dark.squaredError(to: light) == 65_025 && light.squaredError(to: dark) == 65_025)
        #expect(dark.squaredError(to: one) == 900.0 / 15_000)
    }
}
