/// Both eyes: where the pupils are, and how far they are open.
struct EyePair {
    let leftPupil: Point
    let rightPupil: Point
    /// 1 as people look into a camera, 0 closed; nil where an eye lies outside the picture.
    let openness: Double?

    /// The eyes of a mesh. Its lids do not follow closing eyes, so that what counts is what is seen of the
    /// irises. The pupils are the irises' middles where they were looked for, else those of what is
    /// dark, else the eyes' own.
    init(_ gray: GrayImage, _ mesh: FaceMesh, irises: (left: Point, right: Point)?) {
        let (left, right) = (irises?.left ?? mesh.leftEye, irises?.right ?? mesh.rightEye)
        let unit = mesh.leftEye.distance(to: mesh.rightEye) / 0.444
        let sights = [left, right].map { EyeSight(in: gray, near: $0, unit: unit) }
        let isSeen = sights.allSatisfy { ($0?.contrast ?? 0) >= EyeSight.leastContrast }
        let seen = isSeen && irises == nil ? sights.compactMap(\.self) : []
        leftPupil = seen.first?.pupil ?? left
        rightPupil = seen.last?.pupil ?? right
        openness = Self.openness(sights.compactMap(\.self))
    }

    private static func openness(_ sights: [EyeSight]) -> Double? {
        guard sights.count == 2 else { return nil }
        return max(0, ((sights[0].visible + sights[1].visible) / 2 - 0.14) / 0.86)
    }
}
