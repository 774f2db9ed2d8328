internal import Crypto
internal import Foundation
package import TandemDomain

/// Keeps national register numbers: encrypted to show them to who may see, hashed with a key to find them again.
///
/// The key comes from the environment; without it a copy of the database says nothing about the numbers.
package struct NumberVault: Sendable {
    private let encryption: SymmetricKey
    private let lookup: SymmetricKey

    /// Derives both keys from one secret of at least 32 bytes; nothing where it is shorter.
    package init?(secret: [UInt8]) {
        guard secret.count >= 32 else { return nil }
        let root = SymmetricKey(data: secret)
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Data(purpose.utf8), outputByteCount: 32)
        }
        encryption = derived("tandem national number encryption")
        lookup = derived("tandem national number lookup")
    }

    /// What the number is found by; the same for the same number, and nothing without the key.
    package func hash(_ number: NationalNumber) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(number.digits.utf8), using: lookup))
    }

    /// - Throws: an error of the cryptographic library.
    package func seal(_ number: NationalNumber) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(number.digits.utf8), using: encryption)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// - Throws: an error of the cryptographic library where the key is another, or the bytes were changed.
    package func open(_ sealed: [UInt8]) throws -> NationalNumber {
        let plain = try AES.GCM.open(AES.GCM.SealedBox(combined: Data(sealed)), using: encryption)
        return NationalNumber(stored: String(decoding: plain, as: UTF8.self))
    }
}
