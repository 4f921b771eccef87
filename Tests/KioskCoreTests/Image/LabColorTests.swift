import Testing

@testable import KioskCore

struct LabColorTests {
    @Test(
        "sRGB's primaries, white and a grey card have the L* a* b* that CIE 15's formulas give",
        arguments: [
            (LinearLight(red: 1, green: 1, blue: 1), LabColor(100, 0, 0)),
            (LinearLight(red: 1, green: 0, blue: 0), LabColor(53.24, 80.09, 67.20)),
            (LinearLight(red: 0, green: 1, blue: 0), LabColor(87.73, -86.18, 83.18)),
            (LinearLight(red: 0, green: 0, blue: 1), LabColor(32.30, 79.19, -107.86)),
            (LinearLight(red: 0.18, green: 0.18, blue: 0.18), LabColor(49.50, 0, 0)),
            (LinearLight(red: 0.005, green: 0.005, blue: 0.005), LabColor(4.52, 0, 0)),
        ])
    func known(light: LinearLight, expected: LabColor) {
        #expect(LabColor(light).distance(to: expected) < 0.05)
    }

    @Test("every light comes back from its colour")
    func back() {
        for step in 1...60 {
            let level = Double(step) / 60
            let light = LinearLight(red: level, green: level * level, blue: 1 - level)
            let back = LabColor(light).light
            #expect(abs(back.red - light.red) < 5e-4)
            #expect(abs(back.green - light.green) < 5e-4)
            #expect(abs(back.blue - light.blue) < 5e-4)
        }
    }
}
