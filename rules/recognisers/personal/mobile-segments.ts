/**
 * Mobile segments in use on the Chinese public networks (ministry table, state of March 2023). Data: add a segment here when one
 * is opened. Not open then: 141-144 as 11-digit telephones, 154, 160, 161, 163, 164, 168, 169, 174, 179, 194.
 */
const SEGMENTS = new Set(
  (
    '130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 162 165 166 167 ' +
    '170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'
  ).split(' '),
);

/** The well-known sample telephone and its kin: a number nobody answers. */
const SAMPLES = new Set(['13800138000', '13888888888', '13912345678', '13812345678', '18888888888']);

/** True for 11 digits in an open segment. */
export function isMobile(digits: string): boolean {
  return digits.length === 11 && SEGMENTS.has(digits.slice(0, 3)) && !digits.startsWith('1349');
}

/** True for numbers that forms and guides print as examples. */
export function isSampleMobile(digits: string): boolean {
  return SAMPLES.has(digits);
}

/** 13900000000, 13666666666: may be somebody's, but stands for anybody's where other stand-ins are beside it. */
export function isFilledIn(digits: string): boolean {
  return /^1\d\d(\d)\1{7}$/.test(digits);
}
