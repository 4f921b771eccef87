import Foundation
import Testing

@testable import KioskCore

/// What a detector's numbers mean.
struct FaceGridTests {
    @Test("a grid has as many looks as its model gives numbers for")
    func counts() {
        #expect(FaceGrid.fullRange.count == 2304 && FaceGrid.shortRange.count == 896)
    }

    /// Numbers in which some looks see a face of that width around a place.
    private static func numbers(
        _ grid: FaceGrid, looks: [Int: (x: Float, width: Float, score: Float)]
    ) -> (boxes: [Float], scores: [Float]) {
        var boxes = [Float](repeating: 0, count: 16 * grid.count)
        var scores = [Float](repeating: -20, count: grid.count)
        for (look, face) in looks {
            boxes[16 * look] = face.x
            boxes[16 * look + 2] = face.width
            boxes[16 * look + 3] = face.width
            for point in 0..<6 { boxes[16 * look + 4 + 2 * point] = Float(point) }
            scores[look] = face.score
        }
        return (boxes, scores)
    }

    @Test("a box stands where its look does, and its points beside it")
    func place() throws {
        // The look in the middle of row 24: 24.5 of 48 places, 98 of 192 px.
        let look = 24 * 48 + 24
        let (boxes, scores) = Self.numbers(.fullRange, looks: [look: (19.2, 48, 3)])
        let face = try #require(
            FaceGrid.fullRange.faces(boxes: boxes, scores: scores, least: 0.6).first)
        #expect(abs(face.middle.x - (98.0 + 19.2) / 192) < 1e-6)
        #expect(abs(face.middle.y - 98.0 / 192) < 1e-6)
        #expect(abs(face.width - 0.25) < 1e-6)
        #expect(abs(face.points[3].x - 101.0 / 192) < 1e-6)
        #expect(abs(face.score - 1 / (1 + exp(-3))) < 1e-9)
    }

    @Test("boxes that overlap are one face, others are faces of their own, the surest first")
    func merged() {
        let near = 24 * 48 + 24
        let (boxes, scores) = Self.numbers(
            .fullRange,
            looks: [near: (0, 48, 2), near + 1: (0, 48, 4), 24 * 48 + 2: (0, 20, 5), 7: (0, 20, 0)])
        let faces = FaceGrid.fullRange.faces(boxes: boxes, scores: scores, least: 0.6)
        #expect(faces.count == 2)
        #expect(faces.first.map { $0.middle.x < 0.1 } == true)
        // Between 24.5 and 25.5 of 48, by how sure each is.
        let (one, other) = (Logistic.share(of: 2), Logistic.share(of: 4))
        let mean = (one * 24.5 + other * 25.5) / (one + other) / 48
        #expect(faces.last.map { abs($0.middle.x - mean) < 1e-9 } == true)
    }

    @Test("numbers that are none give no face")
    func noNumbers() {
        var (boxes, scores) = Self.numbers(.fullRange, looks: [9: (.nan, 48, 5), 99: (0, 0, 5)])
        #expect(FaceGrid.fullRange.faces(boxes: boxes, scores: scores, least: 0.6).isEmpty)
        boxes.removeLast()
        scores[0] = .nan
        #expect(FaceGrid.fullRange.faces(boxes: boxes, scores: scores, least: 0.6).isEmpty)
    }

    @Test("a share and its number belong together", arguments: [-30, -2.5, 0, 0.3, 4, 25.0])
    func logistic(number: Double) {
        let share = Logistic.share(of: number)
        #expect(abs(share - 1 / (1 + exp(-number))) < 1e-12)
        #expect(abs(number) > 20 || abs(Logistic.number(of: share) - number) < 1e-6)
    }
}

/// Squares in pictures.
struct TurnedSquareTests {
    @Test("a place comes back from the square it went into")
    func inverse() {
        let square = TurnedSquare(
            middle: Point(x: 40, y: 30), side: 24, along: Point(x: 3, y: 4))
        for place in [Point(x: 0.5, y: 0.5), Point(x: 0, y: 1), Point(x: 0.2, y: 0.9)] {
            let back = square.inSquare(square.inPicture(place))
            #expect(abs(back.x - place.x) < 1e-12 && abs(back.y - place.y) < 1e-12)
        }
        let right = square.inPicture(Point(x: 1, y: 0.5))
        #expect(abs(right.x - 47.2) < 1e-9 && abs(right.y - 39.6) < 1e-9)
    }

    @Test("the square of a picture's own size shows its pixels, and black around it")
    func sampled() {
        let photo = Photo(size: Size(width: 4, height: 2)) { pixels in
            for index in pixels.indices { pixels[index] = UInt8(10 * index) }
        }
        var numbers = [Float](repeating: 9, count: 48)
        numbers.withUnsafeMutableBufferPointer {
            TurnedSquare(around: photo.size).sample(photo, edge: 4, range: -1...1, into: $0)
        }
        #expect(numbers[..<12].allSatisfy { $0 == -1 } && numbers[36...].allSatisfy { $0 == -1 })
        for index in 0..<24 {
            #expect(abs(numbers[12 + index] - (Float(10 * index) / 127.5 - 1)) < 1e-5)
        }
    }
}
