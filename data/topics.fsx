// Writes topics.json beside it: dotnet fsi data/topics.fsx
// A topic is something done (mending, selling, …) to a kind of thing (boats, clocks, …), so that a topic kept for
// testing consists of words met in other topics: what is new is that they come together.
// In a template, [a|b] is one of several, and {…} a word of the subject.
open System
open System.IO
open System.Text.Encodings.Web
open System.Text.Json
open System.Text.RegularExpressions

type Subject =
    {
        Phrases: string list
        Words: Map<string, string list>
    }

let subject phrases things parts people places uses flaws =
    let named (text: string) = text.Split(", ") |> List.ofArray

    {
        Phrases = phrases
        Words =
            Map
                [
                    "kind", [ List.head phrases ]
                    "a", named things
                    "part", named parts
                    "who", named people
                    "at", named places
                    "use", named uses
                    "flaw", named flaws
                ]
    }

let subjects =
    [
        "bicycles",
        subject
            [
                "bicycles"
                "pedal-driven two-wheelers"
                "machines with two wheels and a saddle"
                "bikes of every kind"
            ]
            "a bicycle, a tandem, a racing bike, a folding bike, an old roadster"
            "chain, front wheel, saddle, brake cable, handlebar, gear hub"
            "cyclist, courier, commuter, postwoman"
            "at the velodrome, on the cycle path, in the bike shed, on the hill road"
            "pedalling uphill, riding to work, coasting down to the valley, changing gear"
            "rusty, bent, squeaking"
        "boats",
        subject
            [
                "sailing boats"
                "vessels that cross the water under canvas"
                "yachts and dinghies"
                "small craft moved by the wind"
            ]
            "a sloop, a dinghy, a yacht, a wooden ketch, a fishing boat"
            "hull, mast, rudder, mainsail, keel, anchor"
            "skipper, sailor, fisherman, harbour master"
            "in the harbour, on the lake, at the jetty, in the dry dock"
            "tacking against the wind, sailing round the island, leaving the bay, drifting with the tide"
            "leaking, salt-stained, waterlogged"
        "guitars",
        subject
            [
                "guitars"
                "plucked stringed instruments"
                "instruments with frets and strings"
                "music made on six strings"
            ]
            "a guitar, a banjo, a mandolin, a ukulele, a flamenco guitar"
            "fretboard, tuning peg, neck, bridge, top string, pickup"
            "guitarist, busker, singer, band leader"
            "on the stage, in the rehearsal room, at the folk club, in the studio"
            "playing the blues, strumming chords, tuning by ear, picking a slow melody"
            "out-of-tune, warped, buzzing"
        "clocks",
        subject
            [
                "clocks and watches"
                "instruments that tell the hour"
                "timepieces"
                "mechanisms that keep the time"
            ]
            "a pocket watch, a cuckoo clock, a wristwatch, a grandfather clock, an alarm clock"
            "pendulum, mainspring, dial, minute hand, escapement, chime"
            "clockmaker, watchmaker, bell ringer, station master"
            "in the church tower, above the station, on the mantelpiece, in the hall"
            "winding the spring, setting the hands, listening for the chime, counting the seconds"
            "slow, silent, tarnished"
        "cameras",
        subject
            [
                "cameras"
                "devices that take pictures"
                "photographic equipment"
                "apparatus for catching an image on film"
            ]
            "a camera, a reflex camera, a box camera, a pocket camera, a plate camera"
            "lens, shutter, viewfinder, flash, film door, tripod"
            "photographer, reporter, portraitist, film-maker"
            "in the darkroom, at the photo studio, behind the tripod, in the gallery"
            "taking portraits, developing a negative, focusing on a face, photographing birds"
            "scratched, blurred, jammed"
        "telescopes",
        subject
            [
                "telescopes"
                "instruments for watching the sky"
                "optics that bring the stars near"
                "what astronomers look through"
            ]
            "a telescope, a refractor, a reflector, a spyglass, a radio telescope"
            "mirror, eyepiece, mount, finder scope, dome motor, tube"
            "astronomer, stargazer, comet hunter, night assistant"
            "at the observatory, on the mountain top, under the dome, on the flat roof"
            "searching for comets, drawing the craters of the moon, following Jupiter, counting faint stars"
            "misaligned, dusty, fogged"
        "kites",
        subject
            [
                "kites"
                "paper and silk toys that fly on a line"
                "things flown on a string in the breeze"
                "light frames that climb the air on a cord"
            ]
            "a kite, a box kite, a stunt kite, a diamond kite, a dragon kite"
            "tail, spar, reel, bridle, silk cover, flying line"
            "kite flyer, boy on the beach, kite maker, festival guest"
            "on the beach, above the meadow, on the windy dune, over the park"
            "looping above the sand, letting out line, climbing with the gusts, diving and turning"
            "torn, tangled, crumpled"
        "pottery",
        subject
            [
                "pottery"
                "vessels of fired clay"
                "ceramics"
                "bowls and vases shaped on a wheel"
            ]
            "a vase, a teapot, a glazed bowl, a clay jug, a stoneware mug"
            "handle, lid, rim, spout, glaze, foot ring"
            "potter, ceramicist, tea master, kiln worker"
            "beside the kiln, at the pottery, in the glazing room, on the drying shelf"
            "throwing on the wheel, kneading the clay, firing the kiln, mixing a glaze"
            "chipped, cracked, stained"
    ]

type Activity =
    {
        Frames: string list
        Templates: string list
    }

let activities =
    [
        "mending",
        {
            Frames =
                [
                    "Mending % that no longer work"
                    "How damage to % is put right"
                    "The repair of %"
                    "Fixing what is broken: %"
                ]
            Templates =
                [
                    "The {who} [glued|screwed|soldered] the {part} back on and [tested|tried] it before supper."
                    "A new {part} [arrived|came] on Monday, so the {flaw} one could at last be replaced."
                    "[It took|They needed] two evenings to take {a} apart and put it together again."
                    "Without a spare {part} there was nothing for it but to [patch|bind|solder] the old one."
                    "[She|He] cleaned the {flaw} {part} with oil and a [soft|small] brush."
                    "The fault lay in the {part}, which had [worked loose|come off|snapped] while {use}."
                    "Nobody {at} had the right [spanner|tool|screwdriver] for such a {flaw} {part}."
                    "[My uncle|Our neighbour|The apprentice] restores things like this, and {a} was on the workbench."
                    "After the fall {a} [broke|came apart], but a careful hand made it [whole|sound] again."
                    "The workshop [promised|hoped] to have the {flaw} {part} working by Friday."
                    "First [loosen|take out] the {part}, then look for the crack and fill it."
                    "A [drop of|little] glue and some [wire|tape] saved {a} from the scrap heap."
                    "It stopped while {use}, and the {who} reached for the toolbox."
                    "[The estimate|The bill] for replacing the {part} was higher than the {who} expected."
                    "Worn parts were [filed|sanded|oiled] {at} until everything fitted again."
                    "Fixing {kind} is slow work, and the damage is rarely only in the {part}."
                    "The repair was cheap, since only the {part} was [broken|gone]."
                    "Mending {kind} is what the {who} likes best on a rainy day."
                ]
        }
        "selling",
        {
            Frames =
                [
                    "Buying and selling %"
                    "What % cost, and who pays for them"
                    "The trade in %"
                    "Prices, shops and bargains: %"
                ]
            Templates =
                [
                    "The {who} [asked|wanted] three hundred for {a} and settled for [less|two hundred]."
                    "[Orders|Sales] doubled in spring, mostly for models with a better {part}."
                    "At the flea market {a} [went|changed hands] for the price of a lunch."
                    "The dealer [lowered|raised] his price when he saw the {flaw} {part}."
                    "[She|He] put an advertisement in the paper: {a}, hardly used, cash only."
                    "Customers [want|pay extra for] a guarantee on the {part}."
                    "The shop {at} gives a discount to every {who} who [pays in advance|buys two]."
                    "A collector from abroad [offered|paid] a fortune for {a} at the auction."
                    "[Importers|Wholesalers] complain that a single {part} now costs more than the whole thing did."
                    "I sold {a} to pay the rent and have [missed|regretted] it ever since."
                    "The invoice [listed|included] a {part}, delivery and tax."
                    "Cheap imports [ruined|hurt] the firm, although no {who} trusted them."
                    "Before you spend your money, [check|look at] the {part} and ask for a receipt."
                    "The stall {at} took [more|less] money on Saturday than in the whole week."
                    "[He|She] haggled over {a}, counted the coins and shook hands."
                    "The trade in {kind} is [slow|brisk] this year, says the {who}."
                    "Nobody pays such prices for {a} with a {flaw} {part}."
                    "Whoever is buying {kind} unseen finds few bargains."
                ]
        }
        "contests",
        {
            Frames =
                [
                    "Competitions and prizes for %"
                    "Who wins and who loses: contests with %"
                    "Rivals meet to see who is best with %"
                    "Championships in which % decide"
                ]
            Templates =
                [
                    "The {who} [won|took] the gold medal in the last [round|minute]."
                    "Judges gave points for {use} and for [style|courage]."
                    "With {a} that nobody [knew|took seriously] she beat the champion."
                    "A {flaw} {part} cost the favourite the [final|title]."
                    "[Forty|Sixty] teams entered, and the {who} came second."
                    "The crowd {at} [cheered|roared] as the winner lifted the cup."
                    "Only one point [separated|divided] the two finalists after an hour of {use}."
                    "The rules say that the {part} must be [checked|sealed] by a referee."
                    "Last year's runner-up has [trained|practised] all winter {at}."
                    "[He|She] was disqualified because the {part} had been changed after the start."
                    "The youngest entrant [brought|chose] {a} and reached the semi-final."
                    "Three [rivals|challengers] want the trophy that the {who} has held since June."
                    "The {who} set a new record, [two seconds|one point] ahead of the team from the north."
                    "After the [third|last] round the scoreboard {at} showed a tie."
                    "Nobody had ever [scored|ranked] so high with {a}, said the referee."
                    "The competitions for {kind} begin at noon {at}."
                    "The two rivals meet again {at} to share the prizes."
                    "The championships [open|end] with the best {kind} of the year."
                ]
        }
        "history",
        {
            Frames =
                [
                    "The history of %"
                    "What is known about % of long ago"
                    "How % came to be, from their invention on"
                    "The past of %, told from old sources"
                ]
            Templates =
                [
                    "The [first|oldest] known drawing of {a} dates from the sixteenth century."
                    "[Monks|Merchants|Soldiers] brought {a} home from their travels three hundred years ago."
                    "Before the [war|revolution] every {who} made the {part} by hand."
                    "The museum [shows|keeps] {a} that once belonged to a king."
                    "An [inventor|engineer] in Vienna added the {part} in 1840."
                    "[Letters|Records] from that century mention a {who} {at}."
                    "Scholars still [argue|disagree] about where the {part} was invented."
                    "In the age of steam {use} became a [fashion|pastime] of the rich."
                    "The [excavation|archive] gave up a {part} older than the city itself."
                    "By 1900 nearly every [town|village] had a {who} of its own."
                    "Our great-grandparents knew {use} only from [stories|engravings]."
                    "A [medieval|Roman|forgotten] source describes the {part} in surprising detail."
                    "The [emperor|queen] ordered {a}, and the fashion spread across Europe."
                    "For two centuries nothing changed {at}; then came electricity."
                    "The guild [protected|kept] the secret of the {part} for generations."
                    "The history of {kind} fills [two|three] rooms of the museum."
                    "[Old|Few] sources from the past speak of the {part}."
                    "The invention of the {part} changed {kind} for ever."
                ]
        }
        "lessons",
        {
            Frames =
                [
                    "Lessons for people who begin with %"
                    "Teaching and learning the use of %"
                    "A course on % for newcomers"
                    "Pupils and teachers who work with %"
                ]
            Templates =
                [
                    "The {who} [teaches|shows] children every Wednesday afternoon."
                    "Beginners [learn|practise] {use} before they touch anything else."
                    "In the [first|second] lesson we only looked at the {part}."
                    "The [class|group] meets {at} and each pupil gets {a}."
                    "[Patience|Practice] matters more than talent when you start {use}."
                    "Our teacher [explained|drew] on the blackboard what the {part} is for."
                    "[She|He] had never held {a}, and after a week of homework she passed the exam."
                    "The course [costs nothing|is free] for students, and the {who} brings the material."
                    "A [handbook|textbook] with exercises on {use} lies on each desk."
                    "The {who} was strict but [praised|encouraged] the slow learners too."
                    "Try again, said the instructor, and [watch|mind] the {part} this time."
                    "[Twelve|Nine] schoolchildren stood {at} and took notes."
                    "After ten hours of instruction most [students|apprentices] can manage {a} alone."
                    "The [exercise|homework] was to name every piece from the {part} down."
                    "Mistakes while {use} are how a novice [learns|improves], the tutor says."
                    "The newcomers who are learning about {kind} sat in the front row."
                    "Pupils who begin late often find the {part} hard."
                    "This course on {kind} has two teachers, one of them a {who}."
                ]
        }
        "theft",
        {
            Frames =
                [
                    "Theft and crime around %"
                    "% stolen, and the hunt for the thieves"
                    "Police work after % have disappeared"
                    "Crimes in which % are taken or forged"
                ]
            Templates =
                [
                    "Burglars [broke in|came] at night and took {a}."
                    "The police [questioned|arrested] a {who} near the border."
                    "The {who} swore that {a} had been [locked up|chained] overnight."
                    "[Detectives|Officers] found the missing {part} under a bed."
                    "The thief was [caught|seen] {at} with the {part} still in his bag."
                    "A forged serial number on the {part} gave the [gang|culprit] away."
                    "[Insurance|The insurer] will not pay, because the door {at} was open."
                    "Witnesses saw two men run off with {a} [at dawn|after midnight]."
                    "The court [sentenced|fined] the {who} for receiving stolen goods."
                    "Somebody [smashed|forced] the lock and left only a {flaw} {part} behind."
                    "The [suspect|accused] denied everything until his fingerprints turned up on the {part}."
                    "Since the robbery a guard stands {at} every night."
                    "While the owner was {use}, a pickpocket [emptied|stole] her coat."
                    "The [inspector|prosecutor] believes that the {flaw} copy hides a fraud."
                    "A reward is offered for news of {a} that [vanished|was taken] on Sunday."
                    "The thieves took only {kind} and left the money."
                    "For the police it was the third crime of the week {at}."
                    "Stolen {kind} turn up abroad, and the hunt goes on."
                ]
        }
    ]

let sentencesPerTopic = 36
let random = Random 20

let pick (options: _ list) = options[random.Next options.Length]

let capital (text: string) =
    string (Char.ToUpperInvariant text[0]) + text.Substring 1

let fill subject (template: string) =
    let chosen =
        Regex.Replace(template, @"\[([^\]]+)\]", fun m -> m.Groups[1].Value.Split '|' |> List.ofArray |> pick)

    let filled =
        Regex.Replace(chosen, @"\{(\w+)\}", fun m -> pick subject.Words[m.Groups[1].Value])

    // "a out-of-tune neck" and the like.
    Regex.Replace(filled, @"\b([Aa]) (?=[aeio])", "$1n ") |> capital

let sentences subject activity =
    let rec more turn kept =
        if List.length kept = sentencesPerTopic then
            List.rev kept
        else
            // Every template in turn, so that a topic uses them all.
            let next = fill subject activity.Templates[turn % activity.Templates.Length]
            more (turn + 1) (if List.contains next kept then kept else next :: kept)

    more 0 []

let descriptions subject activity =
    let frames = List.sortBy (fun _ -> random.Next()) activity.Frames
    let phrases = List.sortBy (fun _ -> random.Next()) subject.Phrases

    [
        for frame, phrase in List.take 3 (List.zip frames phrases) ->
            capital (frame.Replace("%", phrase)) + "."
    ]

type Topic =
    {
        name: string
        descriptions: string list
        sentences: string list
    }

let topics =
    [
        for thing, subject in subjects do
            for activity, what in activities do
                {
                    name = $"{thing}: {activity}"
                    descriptions = descriptions subject what
                    sentences = sentences subject what
                }
    ]

let options =
    JsonSerializerOptions(WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)

let path = Path.Combine(__SOURCE_DIRECTORY__, "topics.json")
File.WriteAllText(path, JsonSerializer.Serialize({| topics = topics |}, options).Replace("\r\n", "\n") + "\n")
