using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Searching;

namespace MovieRec.Api.Media;

/// <summary>A catalogue and what is built over it, each when it is first used: no function needs all.</summary>
public sealed class LoadedCatalogue(Catalogue catalogue)
{
    private readonly Lazy<SearchIndex> _search = new(() => SearchIndex.Build(catalogue));
    private readonly Lazy<Recommender> _recommender = new(() => new Recommender(catalogue));

    /// <summary>What the version of a catalogue begins with that came with the program, not from TMDB.</summary>
    public const string EmbeddedPrefix = "embedded-";

    public Catalogue Catalogue => catalogue;

    public SearchIndex Search => _search.Value;

    public Recommender Recommender => _recommender.Value;

    public bool IsEmbedded => catalogue.Version.StartsWith(EmbeddedPrefix, StringComparison.Ordinal);
}
