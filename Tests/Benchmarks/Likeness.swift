import Foundation
import KioskCore

/// How much one picture is like another of the same size.
enum Likeness {
    /// Peak signal to noise over all channels, dB.
    static func psnr(_ first: Photo, _ second: Photo) -> Double {
        10 * log10(255 * 255 / max(first.squaredError(to: second), 1e-9))
    }

    /// Mean structural similarity of the luma, over every window of 8 × 8 px (Wang, Bovik, Sheikh &
    /// Simoncelli, "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004,
    /// with its constants K₁ = 0.01 and K₂ = 0.03). 1 is the same picture.
    static func ssim(_ first: Photo, _ second: Photo) -> Double {
        let (x, y) = (first.gray().pixels.map(Int.init), second.gray().pixels.map(Int.init))
        let (width, height) = (first.width, first.height)
        let tables = [x, y, product(x, x), product(y, y), product(x, y)].map {
            AreaSums($0, width: width, height: height)
        }
        var sum = 0.0
        for row in 0...height - side {
            for column in 0...width - side {
                sum += similarity(tables.map { Double($0.sum(column, row, side)) })
            }
        }
        return sum / Double((height - side + 1) * (width - side + 1))
    }

    private static let side = 8

    private static func product(_ first: [Int], _ second: [Int]) -> [Int] {
        zip(first, second).map(*)
    }

    /// The similarity of one window, from its sums of x, y, x², y² and x y.
    private static func similarity(_ sums: [Double]) -> Double {
        let count = Double(side * side)
        let (x, y) = (sums[0] / count, sums[1] / count)
        let unbiased = count / (count - 1)
        let varianceX = (sums[2] / count - x * x) * unbiased
        let varianceY = (sums[3] / count - y * y) * unbiased
        let covariance = (sums[4] / count - x * y) * unbiased
        let (first, second) = (6.5025, 58.5225)  // (K₁ 255)², (K₂ 255)²
        return (2 * x * y + first) * (2 * covariance + second)
            / ((x * x + y * y + first) * (varianceX + varianceY + second))
    }
}

/// Sums over any square of a table, each in four look-ups.
private struct AreaSums {
    private let sums: [Int]
    private let stride: Int

    init(_ values: [Int], width: Int, height: Int) {
        stride = width + 1
        var sums = [Int](repeating: 0, count: (width + 1) * (height + 1))
        for row in 0..<height {
            var line = 0
            for column in 0..<width {
                line += values[row * width + column]
                let index = (row + 1) * (width + 1) + column + 1
                sums[index] = sums[index - width - 1] + line
            }
        }
        self.sums = sums
    }

    func sum(_ column: Int, _ row: Int, _ side: Int) -> Int {
        let (top, bottom) = (row * stride + column, (row + side) * stride + column)
        return sums[bottom + side] - sums[bottom] - sums[top + side] + sums[top]
    }
}
