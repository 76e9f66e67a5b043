namespace MovieRec.Tmdb.Requests;

/// <summary>What is asked of TMDB.</summary>
/// <param name="Endpoint">Its sort, as logs and errors name it.</param>
/// <param name="Address">Relative to the base address, with query, without key.</param>
/// <param name="IsList">A list may be asked for what it cannot have, and is empty then.</param>
internal sealed record TmdbRequest(string Endpoint, string Address, bool IsList);
