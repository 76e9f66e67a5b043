using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Keeps the catalogue's titles (table <c>MovieRecCache</c>).</summary>
public interface ITitleStore
{
    /// <summary>A mark that changes whenever the titles do; <c>empty</c> for none.</summary>
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Every title, most popular first within its kind.</summary>
    Task<IReadOnlyList<Title>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces titles, all or none, and moves the version to <paramref name="version"/>.</summary>
    Task WriteAsync(IEnumerable<Title> titles, string version, CancellationToken cancellationToken);
}
