// The kit's own random numbers, bit for bit (SplitMix64, then xoshiro256**), so that a seed here means what it means in a
// notebook. A seed is a number of 64 bits.
const bits64 = number => BigInt.asUintN(64, number);
const golden = 0x9E3779B97F4A7C15n;

function mix(state) {
  let z = bits64(state + golden);
  z = bits64((z ^ (z >> 30n)) * 0xBF58476D1CE4E5B9n);
  z = bits64((z ^ (z >> 27n)) * 0x94D049BB133111EBn);
  return z ^ (z >> 31n);
}

// The seed of a number that a person writes down.
const seedOf = number => mix(BigInt(number));

// The seed for one purpose, such as "parameters": FNV-1a of the word, mixed in.
function split(seed, purpose) {
  let hash = 14695981039346656037n;
  for (const letter of purpose) hash = bits64((hash ^ BigInt(letter.charCodeAt(0))) * 1099511628211n);
  return mix(seed ^ mix(hash));
}

// Draws numbers that are uniform between two ends.
function generator(seed) {
  const turned = (number, by) => bits64(number << by) | (number >> (64n - by));
  const s = [0n, 1n, 2n, 3n].map(at => mix(seed + at * golden));
  return (low, high) => {
    const drawn = bits64(turned(bits64(s[1] * 5n), 7n) * 9n);
    const shifted = bits64(s[1] << 17n);
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = turned(s[3], 45n);
    return low + (high - low) * (Number(drawn >> 11n) / 2 ** 53);
  };
}
