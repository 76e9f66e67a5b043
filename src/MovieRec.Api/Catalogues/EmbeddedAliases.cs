using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>Keys at TMDB of titles that come with the program, under which imports and other programs name them.</summary>
public static class EmbeddedAliases
{
    /// <summary>Returns the alias of each title with a known id at TMDB.</summary>
    public static Dictionary<TitleKey, TitleKey> Create(IEnumerable<Title> titles)
    {
        var aliases = new Dictionary<TitleKey, TitleKey>();
        foreach (var title in titles)
        {
            if (title.TmdbId is { } id)
                aliases[new TitleKey(title.Key.Kind, id)] = title.Key;
        }

        return aliases;
    }
}
