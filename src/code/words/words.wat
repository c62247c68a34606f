;; The pass over the bytes of a file that takes its words: what words.ts does in JavaScript, and says there. Compiled to
;; words-code.ts by `npm run words`.
(module
  ;; Asked about a word with one of the endings: where it begins, and how many letters it has. Gives its marks.
  (import "words" "ending" (func $ending (param i32 i32) (result i32)))

  ;; What words-in-wasm.ts lays down, by offsets in bytes:
  ;;       0   what each byte is, one byte for each: 1 of a word, 2 the dollar, 4 the last of an ending,
  ;;           8 before a method, 16 behind one
  ;;     256   the endings, four bytes for each
  ;;     512   the bits of the file's words, at most 16 KB
  ;;   16896   the marked words: hash, marks, marks in a path, marks as a method, four bytes for each
  ;;   65536   a letter, and from 65537 on the file, and a zero
  (memory (export "memory") 5)

  ;; Sets the bits of the file's words, and gives the marks of these.
  ;; $bits is the number of bits less one, $slots that of the places for marked words less one: a hash has the place that
  ;; its bits from $shift on say, and shares it with no other.
  (func (export "read")
    (param $length i32) (param $bits i32) (param $shift i32) (param $slots i32) (param $endings i32)
    (param $dollar i32)
    (result i32)
    (local $marks i32) (local $at i32) (local $end i32) (local $begin i32) (local $byte i32) (local $is i32)
    (local $was i32) (local $hash i32) (local $bit i32) (local $place i32) (local $slot i32) (local $tail i32)
    (local.set $at (i32.const 65537))
    (local.set $end (i32.add (i32.const 65537) (local.get $length)))
    (block $done
      (loop $words
        ;; To the next byte of a word.
        (block $found
          (loop $between
            (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $is (i32.load8_u (local.tee $byte (i32.load8_u (local.get $at)))))
            (br_if $found (i32.and (local.get $is) (i32.const 1)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $between)))
        (local.set $begin (local.get $at))
        (local.set $hash (i32.const 0x811c9dc5))
        (local.set $was (i32.const 0))
        ;; To its end: the zero behind the file is one.
        (loop $letters
          (local.set $was (i32.or (local.get $was) (local.get $is)))
          (local.set $hash
            (i32.mul (i32.xor (local.get $hash) (local.get $byte)) (i32.const 0x01000193)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (local.set $is (i32.load8_u (local.tee $byte (i32.load8_u (local.get $at)))))
          (br_if $letters (i32.and (local.get $is) (i32.const 1))))
        ;; Mixed.
        (local.set $hash
          (i32.mul
            (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
            (i32.const 0x2c1b3c6d)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))))
        ;; Its three bits.
        (i32.store8 offset=512
          (local.tee $place
            (i32.shr_u
              (local.tee $bit (i32.and (local.get $hash) (local.get $bits)))
              (i32.const 3)))
          (i32.or
            (i32.load8_u offset=512 (local.get $place))
            (i32.shl (i32.const 1) (i32.and (local.get $bit) (i32.const 7)))))
        (i32.store8 offset=512
          (local.tee $place
            (i32.shr_u
              (local.tee $bit (i32.and (i32.shr_u (local.get $hash) (i32.const 9)) (local.get $bits)))
              (i32.const 3)))
          (i32.or
            (i32.load8_u offset=512 (local.get $place))
            (i32.shl (i32.const 1) (i32.and (local.get $bit) (i32.const 7)))))
        (i32.store8 offset=512
          (local.tee $place
            (i32.shr_u
              (local.tee $bit (i32.and
                (i32.shr_u (i32.mul (local.get $hash) (i32.const 0x9e3779b1)) (i32.const 7))
                (local.get $bits)))
              (i32.const 3)))
          (i32.or
            (i32.load8_u offset=512 (local.get $place))
            (i32.shl (i32.const 1) (i32.and (local.get $bit) (i32.const 7)))))
        ;; Its marks.
        (local.set $slot
          (i32.shl
            (i32.and (i32.shr_u (local.get $hash) (local.get $shift)) (local.get $slots))
            (i32.const 4)))
        (if (i32.eq (i32.load offset=16896 (local.get $slot)) (local.get $hash))
          (then
            (local.set $marks (i32.or (local.get $marks) (i32.load offset=16900 (local.get $slot))))
            (local.set $byte (i32.load8_u (i32.sub (local.get $begin) (i32.const 1))))
            (if (i32.eq (local.get $byte) (i32.const 0x2f))
              (then
                (local.set $marks
                  (i32.or (local.get $marks) (i32.load offset=16904 (local.get $slot))))))
            (if (i32.and
                  (i32.shr_u (i32.load8_u (local.get $byte)) (i32.const 3))
                  (i32.shr_u (local.get $is) (i32.const 4)))
              (then
                (local.set $marks
                  (i32.or (local.get $marks) (i32.load offset=16908 (local.get $slot))))))))
        (if (i32.and
              (i32.shr_u (local.get $was) (i32.const 1))
              (i32.gt_u (i32.sub (local.get $at) (local.get $begin)) (i32.const 1)))
          (then (local.set $marks (i32.or (local.get $marks) (local.get $dollar)))))
        ;; Its ending, if it has eight letters at least.
        (br_if $words (i32.lt_u (i32.sub (local.get $at) (local.get $begin)) (i32.const 8)))
        (local.set $tail (i32.load (i32.sub (local.get $at) (i32.const 4))))
        (br_if $words
          (i32.eqz
            (i32.and (i32.load8_u (i32.shr_u (local.get $tail) (i32.const 24))) (i32.const 4))))
        (local.set $slot (local.get $endings))
        (loop $each
          (br_if $words (i32.eqz (local.get $slot)))
          (local.set $slot (i32.sub (local.get $slot) (i32.const 1)))
          (br_if $each
            (i32.ne
              (i32.load offset=256 (i32.shl (local.get $slot) (i32.const 2)))
              (local.get $tail))))
        (local.set $marks
          (i32.or
            (local.get $marks)
            (call $ending (local.get $begin) (i32.sub (local.get $at) (local.get $begin)))))
        (br $words)))
    (local.get $marks)))
