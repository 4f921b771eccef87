extension Array where Element == Double {
    /// The number that stands at a place once all are in order; as sorting says, without sorting
    /// (Hoare's selection).
    func smallest(at place: Int) -> Double {
        var numbers = self
        var (low, high) = (0, numbers.count - 1)
        while low < high {
            let pivot = numbers[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while numbers[left] < pivot { left += 1 }
                while pivot < numbers[right] { right -= 1 }
                guard left <= right else { break }
                numbers.swapAt(left, right)
                (left, right) = (left + 1, right - 1)
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                return numbers[place]
            }
        }
        return numbers[place]
    }
}
