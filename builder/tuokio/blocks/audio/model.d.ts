/* Generated from model.py by `make types`. Do not edit. */

/**
 * A sound, such as a phone call or a signal, with a text that follows it.
 *
 * Put the sound into `media/` as an **MP3** or **M4A**: it plays on every phone. The free program
 * Audacity makes an MP3 of whatever you have; speech in mono at 64 kbps takes half a megabyte a
 * minute. `tuokio check` tells you of a sound over 5 MB.
 *
 * Write what is said and heard into **captions**, a `.vtt` or `.srt` file: the text stands below the
 * sound, and the line being said is marked. Without times, write it under `transcript`. A course
 * where something can only be heard leaves out those who do not hear, and those whose phone is
 * silent at work.
 *
 * Chapters are places to go to. A sound never plays by itself, and only one plays at a time.
 */
export interface Audio {}
