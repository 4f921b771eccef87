import KioskCore

/// A good student's portrait with one thing wrong.
struct FaultDrawing {
    let fault: StudioFault
    let studio: Studio
    let index: Int
    /// Where a good portrait has the student.
    let good: HeadPlace
    let goodLook: StudentLook

    init(_ fault: StudioFault, of look: StudentLook, index: Int, in studio: Studio) {
        self.fault = fault
        self.studio = studio
        self.index = index
        goodLook = look
        good = studio.goodPlace(look)
    }

    /// The side on which what has a side is: 1 the picture's right.
    var side: Double { index % 2 == 0 ? 1 : -1 }

    /// From what is farthest away to the sensor.
    var picture: StudioPicture {
        var canvas = Canvas(size: studio.size, pixels: studio.backdrop)
        let drawing = HeadDrawing(look, at: place, expression)
        drawBackdrop(on: &canvas)
        drawCompany(of: drawing, on: &canvas)
        let truth = drawing.draw(on: &canvas)
        light(&canvas, drawing)
        return studio.finish(canvas, .person(truth, isPosed: true), index)
    }
}
