package import TandemDomain

/// Slows down who guesses: so many attempts to sign in within a quarter of an hour, per name and per address.
package actor SignInRateLimit {
    package enum Verdict: Hashable, Sendable {
        case admitted
        /// Refused; a next attempt may be made after so many seconds.
        case refused(seconds: Int)
    }

    private let window: Int64
    private let mostPerName: Int
    private let mostPerAddress: Int
    private var attempts: [String: [Instant]] = [:]

    package init(minutes: Int64 = 15, mostPerName: Int = 8, mostPerAddress: Int = 40) {
        window = minutes * 60_000
        self.mostPerName = mostPerName
        self.mostPerAddress = mostPerAddress
    }

    /// Counts an attempt, unless there were too many; a refused attempt does not lengthen the wait.
    package func attempt(name: String, from address: String, at now: Instant) -> Verdict {
        forget(before: now)
        let limits = [("name \(name.lowercased())", mostPerName), ("address \(address)", mostPerAddress)]
        for (who, most) in limits {
            let past = attempts[who, default: []]
            guard past.count >= most else { continue }
            let free = past[past.count - most].milliseconds + window
            return .refused(seconds: Int((free - now.milliseconds + 999) / 1000))
        }
        for (who, _) in limits { attempts[who, default: []].append(now) }
        return .admitted
    }

    /// Forgets a name that signed in rightly; the address keeps its count.
    package func succeeded(name: String) { attempts["name \(name.lowercased())"] = nil }

    /// How many names and addresses are remembered: no more than were seen within the window.
    var size: Int { attempts.count }

    private func forget(before now: Instant) {
        for (who, past) in attempts {
            let kept = past.filter { $0.milliseconds > now.milliseconds - window }
            attempts[who] = kept.isEmpty ? nil : kept
        }
    }
}
