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

    /// By the height of the irises, and by how dark they are beside what is left and right of them: where the
    /// lids are shut, lashes are as dark and as high as an iris can be, but dark all along the eye.
    ///
    /// Of 15 people's eyes (real, and their lids drawn down) open ones have a share of 0.23 and more, shut ones
    /// of 0.16 and less.
    private static func openness(_ sights: [EyeSight]) -> Double? {
        guard sights.count == 2 else { return nil }
        let height = ((sights[0].visible + sights[1].visible) / 2 - 0.14) / 0.86
        let share = (sights[0].share + sights[1].share) / 2
        return max(0, min(height, 0.4 + 4 * (share - 0.2)))
    }
}
