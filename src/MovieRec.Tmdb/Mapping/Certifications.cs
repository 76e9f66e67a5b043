using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Choice of a title's certification: that of the US, else of GB, else the first.</summary>
internal static class Certifications
{
    public static string? Find(List<RegionJson> regions) => In(regions, "US") ?? In(regions, "GB") ?? In(regions, country: null);

    private static string? In(List<RegionJson> regions, string? country)
    {
        foreach (var region in regions)
        {
            if ((country is null || region.Code == country)
                && (Values.Text(region.Rating) ?? GetRelease(region.ReleaseDates)) is { } certification)
            {
                return certification;
            }
        }
        return null;
    }

    // A premiere may have no certification while a later release has one.
    private static string? GetRelease(List<ReleaseJson> releases)
    {
        foreach (var release in releases)
        {
            if (Values.Text(release.Certification) is { } certification)
                return certification;
        }
        return null;
    }
}
