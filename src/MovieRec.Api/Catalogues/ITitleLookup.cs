using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>Finds the full facts of a few titles.</summary>
public interface ITitleLookup
{
    /// <summary>The titles that the catalogue knows of <paramref name="keys"/>, in any order; unknown ones are left out.</summary>
    Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}
