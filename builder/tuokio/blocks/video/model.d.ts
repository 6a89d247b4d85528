/* Generated from model.py by `make types`. Do not edit. */

/**
 * A film with its captions, its transcript and chapters to go to.
 *
 * Put the film into `media/` as an **MP4** (H.264 with AAC sound): it plays on every phone. The free
 * program HandBrake makes one of whatever you have, with the preset *Fast 720p30*. Keep it short and
 * small: a minute is about 5 MB, and `tuokio check` tells you of a film over 10 MB.
 *
 * Write what is said into **captions**, a `.vtt` or `.srt` file. Clipchamp, Word for the web, YouTube
 * and Teams make a first version that you only need to correct. On the shop floor the sound is
 * usually off, so captions are shown from the start. Captions in another language than the film's
 * are welcome: give one file for each language.
 *
 * The transcript below the film is made of the captions. Write `transcript` yourself where much is
 * shown and little is said. `alt` tells in a sentence or two what the film shows.
 *
 * A film never plays by itself, and only one plays at a time. It is inside the course, so nothing is
 * fetched from the internet; films of a video service cannot be put in.
 */
export interface Video {}
