using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;

namespace MovieRec.Api.Catalogues;

/// <summary>Catalogue with the indexes over it, each built on first use, since no function needs all.</summary>
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

    /// <summary>Name of the model if there is no collaborative one.</summary>
    public const string ContentAlone = "content-1";

    /// <summary>Prefix of the version of a catalogue that comes with the program, not from TMDB.</summary>
    public const string EmbeddedPrefix = "embedded-";

    public Catalogue Catalogue { get; }

    /// <summary>Names the way titles are scored; changes with it.</summary>
    public string ModelVersion => _model?.Version ?? ContentAlone;

    public SearchIndex Search => _search.Value;

    public Recommender Recommender => _recommender.Value;

    public bool IsEmbedded => Catalogue.Version.StartsWith(EmbeddedPrefix, StringComparison.Ordinal);

    /// <summary>Returns the same catalogue with another model; indexes of the catalogue alone are shared.</summary>
    public LoadedCatalogue With(CollaborativeModel? model) =>
        ReferenceEquals(model, _model) ? this : new LoadedCatalogue(Catalogue, model, _search);
}
