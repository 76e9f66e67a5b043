using MovieRec.Refresh.Bench;

// What a refresh takes: 10,000 films and 2,000 series of a stand-in of TMDB into SQLite and into DynamoDB Local, then twenty seconds at the rate that
// is the default. The stand-in, DynamoDB Local and each refresh are processes of their own, so that a refresh's memory is its own.
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
