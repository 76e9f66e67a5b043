namespace MovieRec.TestKit.Tmdb;

/// <summary>Bodies of TMDB's errors.</summary>
public static class TmdbErrors
{
    public const string InvalidKey = """{"status_code":7,"status_message":"Invalid API key: You must be granted a valid key.","success":false}""";

    public const string NotFound = """{"success":false,"status_code":34,"status_message":"The resource you requested could not be found."}""";

    public const string TooMany = """{"status_code":25,"status_message":"Your request count (41) is over the allowed limit of 40."}""";

    public const string Internal = """{"success":false,"status_code":11,"status_message":"Internal error: Something went wrong, contact TMDB."}""";

    public const string InvalidPage =
        """{"success":false,"status_code":22,"status_message":"Invalid page: Pages start at 1 and max at 500. They are expected to be an integer."}""";

    public const string InvalidDate =
        """{"success":false,"status_code":20,"status_message":"Invalid date range: Should be a range no longer than 14 days."}""";
}
