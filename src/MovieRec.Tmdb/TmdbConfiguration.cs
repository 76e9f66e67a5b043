namespace MovieRec.Tmdb;

/// <summary>Where TMDB's pictures are: base address, a size, then a title's path.</summary>
/// <param name="ImageBaseAddress">With a slash at the end; <c>https://image.tmdb.org/t/p/</c> where TMDB does not say.</param>
/// <param name="PosterSizes">As <c>w342</c>, smallest first.</param>
/// <param name="BackdropSizes">Likewise.</param>
public sealed record TmdbConfiguration(string ImageBaseAddress, IReadOnlyList<string> PosterSizes, IReadOnlyList<string> BackdropSizes);
