using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Recommendations;

/// <summary>Notes titles of users' lists that the catalogue does not have, so that the next refresh fetches them.</summary>
/// <remarks>Only what a signed-in user keeps is noted: an anonymous search could grow the catalogue without bound.</remarks>
internal sealed class UnknownTitles(IWantedTitles wanted)
{
    /// <summary>Titles noted for one request.</summary>
    private const int MaxPerRequest = 100;
    private const int MaxRemembered = 10_000;

    private readonly HashSet<TitleKey> _noted = [];
    private readonly Lock _one = new();
    private string? _version;

    /// <summary>Notes those of <paramref name="keys"/> that the catalogue does not have, once per catalogue.</summary>
    public async Task NoteAsync(IEnumerable<TitleKey> keys, LoadedCatalogue loaded, CancellationToken cancellationToken)
    {
        var unknown = new List<TitleKey>();
        lock (_one)
        {
            if (_version != loaded.Catalogue.Version || _noted.Count > MaxRemembered)
                _noted.Clear();
            _version = loaded.Catalogue.Version;
            foreach (var key in keys)
            {
                if (unknown.Count < MaxPerRequest && !key.IsEmbedded && !loaded.Catalogue.TryFind(key, out _) && _noted.Add(key))
                    unknown.Add(key);
            }
        }

        if (unknown.Count == 0)
            return;
        var isDone = false;
        try
        {
            await wanted.AddAsync(unknown, cancellationToken);
            isDone = true;
        }
        catch (UnavailableException)
        {
            // No reason to go without recommendations: a later request notes them.
        }
        finally
        {
            if (!isDone)
            {
                lock (_one)
                    _noted.ExceptWith(unknown);
            }
        }
    }
}
