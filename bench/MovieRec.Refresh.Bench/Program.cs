using MovieRec.Refresh.Bench;

// Measures a refresh of 10,000 films and 2,000 series from a stand-in of TMDB, into SQLite and into DynamoDB Local. Then it measures twenty
// seconds of a refresh at the default rate. The stand-in, DynamoDB Local and each refresh are separate processes, so that memory is
// measured per refresh.
switch (args)
{
    case ["serve"]:
        await StandIn.ServeAsync();
        break;
    case ["refresh", var address, var rate, var seconds, .. var endpoint]:
        await Refreshing.RunAsync(new Uri(address), int.Parse(rate), int.Parse(seconds), endpoint.Length == 0 ? null : endpoint[0]);
        break;
    default:
        await Comparison.RunAsync();
        break;
}
