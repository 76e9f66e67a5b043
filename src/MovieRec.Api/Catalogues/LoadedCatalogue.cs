using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;

namespace MovieRec.Api.Catalogues;

/// <summary>A catalogue and what is built over it, each when it is first used: no function needs all.</summary>
public sealed class LoadedCatalogue
{
    private readonly Lazy<SearchIndex> _search;
    private readonly Lazy<Recommender> _recommender;
    private readonly CollaborativeModel? _model;

    public LoadedCatalogue(Catalogue catalogue, CollaborativeModel? model = null)
        : this(catalogue, model, new(() => SearchIndex.Build(catalogue)))
    {
    }

    private LoadedCatalogue(Catalogue catalogue, CollaborativeModel? model, Lazy<SearchIndex> search)
    {
        (Catalogue, _model, _search) = (catalogue, model, search);
        _recommender = new(() => new Recommender(catalogue, model));
    }

    /// <summary>The model's name where there is no collaborative one.</summary>
    public const string ContentAlone = "content-1";

    /// <summary>What the version of a catalogue begins with that came with the program, not from TMDB.</summary>
    public const string EmbeddedPrefix = "embedded-";

    public Catalogue Catalogue { get; }

    /// <summary>Names the way titles are scored; changes with it.</summary>
    public string ModelVersion => _model?.Version ?? ContentAlone;

    public SearchIndex Search => _search.Value;

    public Recommender Recommender => _recommender.Value;

    public bool IsEmbedded => Catalogue.Version.StartsWith(EmbeddedPrefix, StringComparison.Ordinal);

    /// <summary>The same catalogue with another model; what is built of the catalogue alone is kept.</summary>
    public LoadedCatalogue With(CollaborativeModel? model) =>
        ReferenceEquals(model, _model) ? this : new LoadedCatalogue(Catalogue, model, _search);
}
