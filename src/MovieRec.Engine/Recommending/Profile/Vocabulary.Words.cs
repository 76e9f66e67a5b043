namespace MovieRec.Engine.Recommending.Profile;

/// <content>The words, folded and without spaces; genres by TMDB's numbers, with a minus if the word counts against one.</content>
internal static partial class Vocabulary
{
    private static (string Words, string Genres, string Blends)[] Tastes() =>
    [
        // Subgenres.
        ("filmnoir noir neonoir", "80 9648 53 -35 -28 -12", "80+9648 53+80 53+9648"),
        ("anime manga", "16", "anime"),
        ("superhero superheroes comicbook", "28 878 12", "28+878 12+28"),
        ("spaceopera space aliens alien", "878 12", "12+878"),
        ("cyberpunk dystopia dystopian postapocalyptic apocalyptic robots ai artificialintelligence", "878 53", "28+878 53+878"),
        ("timetravel", "878", ""),
        ("scifi sciencefiction", "878", ""),
        ("slasher zombie zombies vampire vampires supernatural monster monsters haunted hauntedhouse ghosts occult scary gory", "27",
            "27+53"),
        ("psychologicalthriller psychological suspense suspenseful tense gripping", "53 9648", "53+9648 18+53"),
        ("heist gangster gangsters mafia mob truecrime criminals outlaws", "80 53", "53+80 28+80"),
        ("whodunit detective detectives mystery mysterious sleuth puzzle murdermystery", "9648 80", "80+9648"),
        ("spy spies espionage conspiracy political", "53 28", "28+53"),
        ("martialarts actionpacked adrenaline explosive fastpaced", "28", "28+53"),
        ("romcom romanticcomedy", "10749 35", "35+10749"),
        ("romantic romance love lovestory", "10749", "18+10749"),
        ("swordandsorcery epicfantasy magic magical fairytale mythology whimsical dreamlike", "14 12", "12+14"),
        ("biopic biography biographical historical periodpiece period costumedrama truestory", "36 18", "18+36"),
        ("comingofage slice sliceoflife characterdriven intimate", "18", "18+35"),
        ("darkcomedy blackcomedy satire satirical dramedy quirky", "35 18", "18+35 35+80"),
        ("slapstick parody sitcom funny hilarious lighthearted comedic humorous witty silly", "35 -27", ""),
        ("spaghettiwestern cowboys", "37", "28+37"),
        ("musical musicals", "10402", "35+10402 10402+10749"),
        ("kids children family familyfriendly wholesome childrens", "10751 16 -27 -53 -80", "16+10751"),
        ("animated cartoon handdrawn stopmotion", "16", ""),
        ("disaster survival", "28 53", "28+53"),
        // Moods.
        ("dark gritty bleak intense", "53 80 18 -35", "53+80 18+53"),
        ("uplifting feelgood heartwarming cheerful inspiring inspirational", "35 10751 10402 -27", "35+18"),
        ("sad melancholic tearjerker emotional moving bittersweet", "18 10749", "18+10749"),
        ("thoughtful thoughtprovoking cerebral mindbending philosophical", "878 9648 18", "18+878 9648+878"),
        ("exciting thrilling adventurous epic", "12 28 53", "12+28"),
        ("nostalgic", "10751 12", ""),
        // Characters.
        ("antihero antiheroes villains", "80 53", "18+80"),
        ("soldiers military", "10752", ""),
        ("animals", "10751 16", ""),
    ];

    private static (string Words, int First, int Last)[] Times() =>
    [
        ("silent silentera", 1890, 1929),
        ("goldenage goldenagehollywood goldenera", 1930, 1959),
        ("classic classics oldhollywood vintage", 1890, 1979),
        ("newhollywood", 1967, 1982),
        ("retro", 1970, 1989),
        ("modern", 2000, 2100),
        ("contemporary recent new latest newreleases", 2015, 2100),
    ];

    private static (string Words, Discovery Way)[] Ways() =>
    [
        ("awardwinning awards oscar oscars oscarwinner oscarwinning palmedor emmy festival festivalfavorites festivalfavourites",
            Discovery.AwardWinning),
        ("hiddengem hiddengems underrated cult cultclassic cultclassics cultfavorites", Discovery.HiddenGems),
        ("trending popular blockbuster blockbusters mainstream crowdpleaser crowdpleasers", Discovery.Trending),
        ("highlyrated criticallyacclaimed acclaimed criticsfavorite criticschoice", Discovery.WellRated),
    ];
}
